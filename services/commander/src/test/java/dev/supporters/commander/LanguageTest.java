package dev.supporters.commander;

import dev.supporters.testkit.LanguageRules;

class LanguageTest extends LanguageRules {}

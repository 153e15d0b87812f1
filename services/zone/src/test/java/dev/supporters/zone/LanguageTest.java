package dev.supporters.zone;

import dev.supporters.testkit.LanguageRules;

class LanguageTest extends LanguageRules {}

package dev.supporters.settlement;

import dev.supporters.testkit.LanguageRules;

class LanguageTest extends LanguageRules {}

package dev.supporters.driver;

import dev.supporters.testkit.LanguageRules;

class LanguageTest extends LanguageRules {}

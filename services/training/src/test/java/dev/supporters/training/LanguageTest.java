package dev.supporters.training;

import dev.supporters.testkit.LanguageRules;

class LanguageTest extends LanguageRules {}

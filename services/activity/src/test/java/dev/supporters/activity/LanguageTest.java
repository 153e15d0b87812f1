package dev.supporters.activity;

import dev.supporters.testkit.LanguageRules;

class LanguageTest extends LanguageRules {}

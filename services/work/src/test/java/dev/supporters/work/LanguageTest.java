package dev.supporters.work;

import dev.supporters.testkit.LanguageRules;

class LanguageTest extends LanguageRules {}

package dev.supporters.call;

import dev.supporters.testkit.LanguageRules;

class LanguageTest extends LanguageRules {}

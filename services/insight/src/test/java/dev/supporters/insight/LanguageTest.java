package dev.supporters.insight;

import dev.supporters.testkit.LanguageRules;

class LanguageTest extends LanguageRules {}

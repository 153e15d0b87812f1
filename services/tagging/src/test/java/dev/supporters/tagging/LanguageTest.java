package dev.supporters.tagging;

import dev.supporters.testkit.LanguageRules;

class LanguageTest extends LanguageRules {}

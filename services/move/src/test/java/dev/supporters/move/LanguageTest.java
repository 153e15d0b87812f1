package dev.supporters.move;

import dev.supporters.testkit.LanguageRules;

class LanguageTest extends LanguageRules {}

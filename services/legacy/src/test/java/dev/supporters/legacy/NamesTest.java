package dev.supporters.legacy;

import dev.supporters.testkit.LanguageRules;

class NamesTest extends LanguageRules {}

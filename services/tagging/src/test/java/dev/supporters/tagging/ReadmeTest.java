package dev.supporters.tagging;

import dev.supporters.testkit.readme.ReadmeContract;

class ReadmeTest extends ReadmeContract {}

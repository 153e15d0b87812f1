package dev.supporters.move;

import dev.supporters.testkit.readme.ReadmeContract;

class ReadmeTest extends ReadmeContract {}

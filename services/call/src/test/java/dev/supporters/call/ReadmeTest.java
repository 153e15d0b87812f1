package dev.supporters.call;

import dev.supporters.testkit.readme.ReadmeContract;

class ReadmeTest extends ReadmeContract {}

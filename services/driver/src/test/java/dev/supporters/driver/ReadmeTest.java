package dev.supporters.driver;

import dev.supporters.testkit.readme.ReadmeContract;

class ReadmeTest extends ReadmeContract {}

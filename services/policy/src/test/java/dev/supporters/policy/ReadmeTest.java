package dev.supporters.policy;

import dev.supporters.testkit.readme.ReadmeContract;

class ReadmeTest extends ReadmeContract {}

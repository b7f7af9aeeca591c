package io.watchfloor.acceptance.journey;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Every journey of this package in one {@link SharedDutyRoom}; each also runs alone, by its own name. */
@Suite
@SelectPackages("io.watchfloor.acceptance.journey")
@IncludeClassNamePatterns(".*Journey")
class JourneysIT {}

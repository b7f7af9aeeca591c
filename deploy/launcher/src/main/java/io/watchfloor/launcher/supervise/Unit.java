package io.watchfloor.launcher.supervise;

import java.util.List;

/** Something that has to be there before the system is ready. */
public sealed interface Unit permits Part, Preparation {
    String name();

    /** Names of the units that must be ready before this one may begin. */
    List<String> needs();
}

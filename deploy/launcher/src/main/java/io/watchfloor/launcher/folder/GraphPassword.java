package io.watchfloor.launcher.folder;

import java.io.IOException;

/** The graph's password: made once per data folder, readable by its owner alone. */
public final class GraphPassword {
    private static final int RANDOM_BYTES = 24;

    private GraphPassword() {}

    /** The folder's password; made when there is none yet. */
    public static String of(DataFolder folder) throws IOException {
        return SecretFile.of(folder, "graph-password", RANDOM_BYTES);
    }
}

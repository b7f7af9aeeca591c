package io.watchfloor.pipeline.warn;

import io.watchfloor.pipeline.warn.study.Studies;
import java.nio.file.Path;

/**
 * Measures warning: {@code fit TABLE}, {@code bar TABLE}, {@code simulate}, {@code curve}, {@code oracle}, {@code cost},
 * {@code boston FILE}, {@code teddy FILE}, {@code nab FOLDER}.
 */
public final class WarnStudyMain {
    private static final int WRONG_ARGUMENT = 2;

    private WarnStudyMain() {}

    /** One study by its name; what it finds goes to standard output. */
    public static void main(String[] args) throws Exception {
        Path file = args.length > 1 ? Path.of(args[1]) : null;
        if (args.length == 0 || !Studies.run(args[0], file, System.out)) {
            System.err.println("fit TABLE.csv | bar TABLE.csv | simulate | curve | oracle | cost | boston FILE.csv.gz"
                    + " | teddy FILE.csv.gz | nab FOLDER");
            System.exit(WRONG_ARGUMENT);
        }
    }
}

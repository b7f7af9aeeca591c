package io.watchfloor.pipeline.warn.study;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** The studies by name. */
public final class Studies {
    private Studies() {}

    /** False when there is no such study, or it needs a file that was not named. */
    public static boolean run(String name, Path file, PrintStream out) throws IOException {
        switch (name) {
            case "simulate" -> new PrecursorStudy(out).measure();
            case "curve" -> new CurveStudy(out).rule();
            case "oracle" -> new CurveStudy(out).oracle();
            case "cost" -> new CostStudy(out).measure();
            default -> {
                return file != null && runOn(name, file, out);
            }
        }
        return true;
    }

    private static boolean runOn(String name, Path file, PrintStream out) throws IOException {
        switch (name) {
            case "fit" -> new PrecursorStudy(out).fit(file);
            case "bar" -> new PrecursorStudy(out).bar(file);
            case "boston" -> new ReplayStudy(out).boston(file);
            case "teddy" -> new ReplayStudy(out).teddy(file);
            case "nab" -> new NabStudy(out).run(file);
            default -> {
                return false;
            }
        }
        return true;
    }
}

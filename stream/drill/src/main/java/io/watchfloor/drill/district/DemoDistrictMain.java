package io.watchfloor.drill.district;

import java.nio.file.Path;

/** Writes the demo district's import files: {@code DemoDistrictMain FOLDER [SEED]}. */
public final class DemoDistrictMain {
    private DemoDistrictMain() {}

    /** Writes the files and says what they hold; exits with 2 when called wrongly. */
    public static void main(String[] args) {
        if (args.length < 1 || args.length > 2 || (args.length == 2 && !args[1].matches("-?\\d{1,18}"))) {
            System.err.println("usage: DemoDistrictMain FOLDER [SEED], where SEED is a whole number");
            System.exit(2);
        }
        long seed = args.length == 2 ? Long.parseLong(args[1]) : DemoDistrict.DEFAULT_SEED;
        DemoDistrict district = DemoDistrict.generate(seed);
        district.writeTo(Path.of(args[0]));
        System.out.printf(
                "%s: %d cells, %d places, %d road segments, %d people%n",
                district.nameEn(),
                district.cells().size(),
                district.places().size(),
                district.roads().size(),
                district.people().size());
    }
}

package io.watchfloor.pipeline.study;

import io.watchfloor.contract.place.Gazetteer;
import io.watchfloor.contract.place.NamedPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A square town of six kilometres: an estate every 400 m, its blocks 80 m apart, streets every 600 m. */
final class StudyTown {
    static final double SIDE_METERS = 6_000;
    static final double METERS_PER_DEGREE = 111_195;
    private static final double LAT = 31.2;
    private static final double LON = 121.4;
    private static final double LON_SHRINK = Math.cos(Math.toRadians(LAT));
    static final double ESTATE_METERS = 400;
    static final double BLOCK_METERS = 80;
    /** Of frontage for each number, those of both sides counted. */
    private static final double HOUSE_METERS = 6;
    /** How many are off by one door. */
    private static final double MISTAKEN = 0.07;

    private static final double STREET_METERS = 600;
    private static final double TELLING = 0.8;
    private static final int BLOCKS_PER_ROW = 5;
    private static final double ESTATE_ACCURACY_METERS = 200;
    private static final double STREET_ACCURACY_METERS = 3_000;

    private final Map<String, List<String>> names;

    StudyTown(Map<String, List<String>> names) {
        this.names = names;
    }

    static double lat(double north) {
        return LAT + north / METERS_PER_DEGREE;
    }

    static double lon(double east) {
        return LON + east / METERS_PER_DEGREE / LON_SHRINK;
    }

    /**
     * How somebody names this place; not always in full, and now and then a neighbouring block. Who is asked where he is
     * does not say "here".
     */
    String name(double north, double east, boolean english, boolean mustTell, Random random) {
        double kind = random.nextDouble() * (mustTell ? TELLING : 1);
        String estate = estate((int) (north / ESTATE_METERS), (int) (east / ESTATE_METERS), english);
        String street = street((int) (north / STREET_METERS), english);
        double wrong = random.nextDouble() < MISTAKEN ? BLOCK_METERS : 0;
        int block = block(north, east + wrong);
        if (kind < 0.3) {
            return estate;
        }
        if (kind < 0.6) {
            return english ? estate + " block " + block : estate + block + (random.nextBoolean() ? "号楼" : "栋");
        }
        if (kind < 0.75) {
            return english ? street + " near " + estate : street + estate;
        }
        if (kind < 0.9) {
            return street;
        }
        return english ? "here" : "我们这里";
    }

    /** Its door, in full: a block of an estate, or a house of a street. */
    String door(double north, double east, boolean ofStreet, boolean english, Random random) {
        double beside = random.nextDouble() < MISTAKEN ? BLOCK_METERS : 0;
        if (ofStreet) {
            String street = street((int) (north / STREET_METERS), english);
            int house = 1 + (int) ((east + beside) / HOUSE_METERS);
            return english ? house + " " + street : street + house + "号";
        }
        String estate = estate((int) (north / ESTATE_METERS), (int) (east / ESTATE_METERS), english);
        int block = block(north, east + beside);
        return english ? estate + " block " + block : estate + block + (random.nextBoolean() ? "号楼" : "栋");
    }

    private static int block(double north, double east) {
        int row = Math.floorMod((int) (north / BLOCK_METERS), BLOCKS_PER_ROW);
        int column = Math.floorMod((int) (east / BLOCK_METERS), BLOCKS_PER_ROW);
        return 1 + row * BLOCKS_PER_ROW + column;
    }

    /** Sixteen names for 225 estates would not do: the phase of the estate follows its name. */
    private String estate(int row, int column, boolean english) {
        List<String> all = names.get(english ? "enestates" : "estates");
        int number = Math.floorMod(row, 15) * 15 + Math.floorMod(column, 15);
        String name = all.get(number % all.size());
        int phase = number / all.size() + 1;
        if (phase == 1) {
            return name;
        }
        return english ? name + " " + (char) ('A' + phase) : name + "一二三四五六七八九十甲乙丙丁戊".charAt(phase - 1) + "区";
    }

    private String street(int row, boolean english) {
        List<String> all = names.get(english ? "enstreets" : "streets");
        return all.get(Math.floorMod(row, all.size()));
    }

    Gazetteer gazetteer() {
        List<NamedPlace> places = new ArrayList<>();
        for (int row = 0; row < 15; row++) {
            for (int column = 0; column < 15; column++) {
                places.add(new NamedPlace(
                        "estate-" + row + "-" + column,
                        estate(row, column, false),
                        estate(row, column, true),
                        List.of(),
                        false,
                        null,
                        lat((row + 0.5) * ESTATE_METERS),
                        lon((column + 0.5) * ESTATE_METERS),
                        ESTATE_ACCURACY_METERS));
            }
        }
        for (int row = 0; row < SIDE_METERS / STREET_METERS; row++) {
            places.add(new NamedPlace(
                    "street:" + street(row, false),
                    street(row, false),
                    street(row, true),
                    List.of(),
                    true,
                    null,
                    lat((row + 0.5) * STREET_METERS),
                    lon(SIDE_METERS / 2),
                    STREET_ACCURACY_METERS));
        }
        return new Gazetteer("study", "Asia/Shanghai", places, List.of());
    }
}

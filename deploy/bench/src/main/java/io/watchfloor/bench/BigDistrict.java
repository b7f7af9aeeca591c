package io.watchfloor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A made-up city of a chosen number of people, as the CSV files that a district is imported from: a street grid of some
 * 20,000 junctions 150 m apart, ten skills of which everybody has one to three, and shifts that put about a third of
 * them on duty at any hour.
 */
final class BigDistrict {
    private static final int SIDE = 140;
    private static final double SOUTH_DEGREES = 30.0;
    private static final double WEST_DEGREES = 120.0;
    private static final double STEP_DEGREES = 0.00135;
    private static final double STEP_METERS = 150;
    private static final List<String> SKILLS = List.of(
            "patrol",
            "first-aid",
            "fire-fighting",
            "lift-rescue",
            "traffic",
            "electric",
            "water",
            "gas",
            "mediation",
            "inspection");
    private static final List<String> SHIFTS = List.of("06:00,14:00", "14:00,22:00", "22:00,06:00");

    private final int people;
    private final SplittableRandom random = new SplittableRandom(23);

    BigDistrict(int people) {
        this.people = people;
    }

    void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        write(folder, "district", "id,name_zh,name_en,zone\nbig,大城,Big City,Asia/Shanghai\n");
        write(folder, "areas", "id,name_zh,name_en\nA1,全城,Whole city\n");
        write(folder, "cells", cells());
        write(folder, "organizations", "id,name_zh,name_en,kind\nO1,综合队,Joint team,department\n");
        write(folder, "skills", skills());
        write(folder, "places", places());
        write(folder, "roads", roads());
        writePeople(folder);
        write(folder, "requirements", requirements());
    }

    private static String cells() {
        double north = SOUTH_DEGREES + SIDE * STEP_DEGREES;
        double east = WEST_DEGREES + SIDE * STEP_DEGREES;
        return "id,area_id,name_zh,name_en,ring\nC1,A1,全城,Whole city,%s %s;%s %s;%s %s;%s %s\n"
                .formatted(SOUTH_DEGREES, WEST_DEGREES, SOUTH_DEGREES, east, north, east, north, WEST_DEGREES);
    }

    private static String skills() {
        StringBuilder csv = new StringBuilder("id,name_zh,name_en,implies,certified\n");
        SKILLS.forEach(skill -> csv.append("%s,%s,%s,,true\n".formatted(skill, skill, skill)));
        return csv.toString();
    }

    private static String places() {
        StringBuilder csv = new StringBuilder("id,name_zh,name_en,kind,cell_id,lat,lon,aliases\n");
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                csv.append("J%d-%d,路口%d-%d,Junction %d-%d,junction,C1,%.6f,%.6f,\n"
                        .formatted(
                                row,
                                column,
                                row,
                                column,
                                row,
                                column,
                                SOUTH_DEGREES + row * STEP_DEGREES,
                                WEST_DEGREES + column * STEP_DEGREES));
            }
        }
        return csv.toString();
    }

    private String roads() {
        StringBuilder csv =
                new StringBuilder("id,name_zh,name_en,from_place_id,to_place_id,meters,speed_kmh,one_way\n");
        int id = 0;
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                if (row + 1 < SIDE) {
                    csv.append(road(id++, row, column, row + 1, column));
                }
                if (column + 1 < SIDE) {
                    csv.append(road(id++, row, column, row, column + 1));
                }
            }
        }
        return csv.toString();
    }

    private String road(int id, int row, int column, int toRow, int toColumn) {
        return "R%d,路%d,Road %d,J%d-%d,J%d-%d,%.0f,%d,false\n"
                .formatted(id, id, id, row, column, toRow, toColumn, STEP_METERS, random.nextInt(15, 60));
    }

    private void writePeople(Path folder) throws IOException {
        StringBuilder persons = new StringBuilder("id,name_zh,name_en,organization_id,station_place_id\n");
        StringBuilder held = new StringBuilder("person_id,skill_id,level,certified_until\n");
        StringBuilder shifts = new StringBuilder("person_id,days,start,end\n");
        LocalDate today = LocalDate.now(java.time.ZoneOffset.UTC);
        for (int person = 0; person < people; person++) {
            persons.append("P%d,人员%d,Person %d,O1,J%d-%d\n"
                    .formatted(person, person, person, random.nextInt(SIDE), random.nextInt(SIDE)));
            int first = random.nextInt(SKILLS.size());
            for (int i = 0; i < 1 + random.nextInt(3); i++) {
                held.append("P%d,%s,%d,%s\n"
                        .formatted(
                                person,
                                SKILLS.get((first + i) % SKILLS.size()),
                                random.nextInt(1, 6),
                                today.plusDays(random.nextInt(-60, 600))));
            }
            shifts.append("P%d,1|2|3|4|5|6|7,%s\n".formatted(person, SHIFTS.get(random.nextInt(SHIFTS.size()))));
        }
        write(folder, "people", persons.toString());
        write(folder, "person_skills", held.toString());
        write(folder, "shifts", shifts.toString());
    }

    private String requirements() {
        StringBuilder csv = new StringBuilder("incident_type,skill_id,level,count,alternatives\n");
        io.watchfloor.contract.IncidentTypes.listAll()
                .forEach(type -> csv.append("%s,%s,%d,%d,\n"
                        .formatted(
                                type.code(),
                                SKILLS.get(random.nextInt(SKILLS.size())),
                                random.nextInt(1, 5),
                                random.nextInt(1, 4))));
        return csv.toString();
    }

    private static void write(Path folder, String name, String csv) throws IOException {
        Files.writeString(folder.resolve(name + ".csv"), csv);
    }
}

package io.watchfloor.drill.district;

import io.watchfloor.drill.district.DemoDistrict.Equipment;
import io.watchfloor.drill.district.DemoDistrict.Extras;
import io.watchfloor.drill.district.DemoDistrict.Familiarity;
import io.watchfloor.drill.district.DemoDistrict.Person;
import io.watchfloor.drill.district.DemoDistrict.Place;
import io.watchfloor.drill.district.DemoDistrict.Substitution;
import io.watchfloor.drill.district.DemoDistrict.Takeover;
import io.watchfloor.drill.table.ResourceTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;

/** Gives stations their vehicles, says who takes over what, and where everybody has been at work so far. */
final class Equipping {
    private static final int CELLS_KNOWN = 3;

    private final List<PlacePlan.Site> sites;
    private final List<Person> people;
    private final Map<String, String> cellByPlace = new HashMap<>();
    private final List<String> cells;

    Equipping(List<PlacePlan.Site> sites, List<Person> people, List<Place> places) {
        this.sites = sites;
        this.people = people;
        places.forEach(place -> cellByPlace.put(place.id(), place.cellId()));
        this.cells = cellByPlace.values().stream().distinct().sorted().toList();
    }

    Extras extras() {
        return new Extras(
                equipment(),
                ResourceTable.read(
                        Equipping.class,
                        "substitutions.csv",
                        row -> new Substitution(
                                row.get("skill_id"), row.get("instead_of"), Integer.parseInt(row.get("level_loss")))),
                ResourceTable.read(
                        Equipping.class,
                        "takeovers.csv",
                        row -> new Takeover(
                                row.get("organization_id"),
                                row.get("incident_type"),
                                Integer.parseInt(row.get("answer_minutes")))),
                familiarity());
    }

    private List<Equipment> equipment() {
        List<Equipment> equipment = new ArrayList<>();
        for (CSVRecord row : ResourceTable.read(Equipping.class, "equipment.csv", row -> row)) {
            List<Place> stations = sites.stream()
                    .filter(site -> site.organization().equals(row.get("organization"))
                            && site.place().kind().equals("station")
                            && hasOperator(row, site.place()))
                    .map(PlacePlan.Site::place)
                    .limit(Integer.parseInt(row.get("stations")))
                    .toList();
            for (Place station : stations) {
                for (int number = 1; number <= Integer.parseInt(row.get("each_station")); number++) {
                    equipment.add(unit(row, station, number, equipment.size() + 1));
                }
            }
        }
        return List.copyOf(equipment);
    }

    /** Nothing stands where nobody could use it. */
    private boolean hasOperator(CSVRecord row, Place station) {
        String skill = row.get("operator_skill_id");
        return people.stream()
                .filter(person -> person.organizationId().equals(row.get("organization"))
                        && person.stationPlaceId().equals(station.id()))
                .anyMatch(person -> skill.isEmpty()
                        || person.skills().stream()
                                .anyMatch(held -> held.skillId().equals(skill)
                                        && held.level() >= Integer.parseInt(row.get("operator_level"))));
    }

    private static Equipment unit(CSVRecord row, Place station, int number, int id) {
        return new Equipment(
                "E-%03d".formatted(id),
                station.nameZh() + row.get("name_zh") + number + "号",
                station.nameEn() + " " + row.get("name_en") + " " + number,
                row.get("kind"),
                row.get("organization"),
                station.id(),
                row.get("operator_skill_id"),
                row.get("operator_level"));
    }

    /** Best the cell of the own station, and a few others. */
    private List<Familiarity> familiarity() {
        List<Familiarity> familiarity = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            SplittableRandom draw = new SplittableRandom(i);
            Map<String, Integer> visits = new TreeMap<>();
            visits.put(cellByPlace.get(people.get(i).stationPlaceId()), 20 + draw.nextInt(120));
            for (int more = 0; more < CELLS_KNOWN; more++) {
                visits.putIfAbsent(cells.get(draw.nextInt(cells.size())), 1 + draw.nextInt(20));
            }
            String id = people.get(i).id();
            visits.forEach((cell, times) -> familiarity.add(new Familiarity(id, cell, times)));
        }
        return List.copyOf(familiarity);
    }
}

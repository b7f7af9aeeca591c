package io.watchfloor.drill.district;

import io.watchfloor.drill.district.DemoDistrict.HeldSkill;
import io.watchfloor.drill.district.DemoDistrict.Person;
import io.watchfloor.drill.district.DemoDistrict.Skill;
import io.watchfloor.drill.table.ResourceTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;

/**
 * Hires the people that {@code roles.csv} asks for. The first of each role are good at it and hold valid certificates,
 * so that what an incident needs can be found at any hour; the others are as people are.
 */
final class Staffing {
    private static final int RELIABLE_OF_EACH_ROLE = 6;
    private static final double EXTRA_SKILL_SHARE = 0.35;

    /** Cantonese, Korean, Japanese, Russian, and Chinese Sign Language. */
    private static final List<String> FURTHER_LANGUAGES = List.of("yue", "ko", "ja", "ru", "csl");

    private final List<PlacePlan.Site> sites;
    private final Set<String> certifiedSkills;
    private final LocalDate today;
    private final Random random;
    private final PersonNames names;
    private final List<Person> people = new ArrayList<>();

    Staffing(List<PlacePlan.Site> sites, List<Skill> skills, LocalDate today, Random random) {
        this.sites = sites;
        this.certifiedSkills =
                skills.stream().filter(Skill::certified).map(Skill::id).collect(Collectors.toSet());
        this.today = today;
        this.random = random;
        this.names = new PersonNames(random);
    }

    List<Person> hire() {
        int turn = 0;
        for (CSVRecord role : ResourceTable.read(Staffing.class, "roles.csv", row -> row)) {
            Rota rota = Rota.valueOf(role.get("rota").toUpperCase(Locale.ROOT));
            List<String> stations = stations(role.get("organization"), role.get("station_kinds"));
            for (int i = 0; i < Integer.parseInt(role.get("people")); i++) {
                PersonNames.Name name = names.next();
                people.add(new Person(
                        "P-%03d".formatted(people.size() + 1),
                        name.zh(),
                        name.en(),
                        role.get("organization"),
                        stations.get((i / 3 + i) % stations.size()),
                        skills(role, i < RELIABLE_OF_EACH_ROLE),
                        rota.shifts(i, turn),
                        languages(people.size())));
            }
            turn++;
        }
        return List.copyOf(people);
    }

    /** The organization's own stations; homes of its people where it has none, as property managers. */
    private List<String> stations(String organization, String kind) {
        List<String> own = sites.stream()
                .filter(s -> s.organization().equals(organization)
                        && s.place().kind().equals(kind))
                .map(s -> s.place().id())
                .toList();
        return own.isEmpty()
                ? sites.stream()
                        .filter(s -> s.place().kind().equals(kind))
                        .map(s -> s.place().id())
                        .toList()
                : own;
    }

    /** Drawn apart from everything else, so that who can do what does not depend on what they speak. */
    private static List<String> languages(int index) {
        SplittableRandom draw = new SplittableRandom(index);
        double fate = draw.nextDouble();
        if (fate < 0.22) {
            return List.of("zh", "en");
        }
        return fate < 0.28
                ? List.of("zh", FURTHER_LANGUAGES.get(draw.nextInt(FURTHER_LANGUAGES.size())))
                : List.of("zh");
    }

    private List<HeldSkill> skills(CSVRecord role, boolean reliable) {
        List<HeldSkill> held = new ArrayList<>();
        for (String skill : ResourceTable.list(role.get("skills"))) {
            int level = reliable ? 3 + random.nextInt(3) : 1 + random.nextInt(2) + random.nextInt(3);
            held.add(new HeldSkill(skill, level, certificate(skill, reliable)));
        }
        for (String skill : ResourceTable.list(role.get("extra_skills"))) {
            if (random.nextDouble() < EXTRA_SKILL_SHARE) {
                held.add(new HeldSkill(skill, 1 + random.nextInt(4), certificate(skill, false)));
            }
        }
        return List.copyOf(held);
    }

    /** Some certificates have expired and some are about to; null when the skill needs none. */
    private LocalDate certificate(String skill, boolean reliable) {
        if (!certifiedSkills.contains(skill)) {
            return null;
        }
        double fate = random.nextDouble();
        if (fate < 0.16 && !reliable) {
            return today.minusDays(1 + random.nextInt(150));
        }
        return fate < 0.28 ? today.plusDays(2 + random.nextInt(28)) : today.plusDays(40 + random.nextInt(1000));
    }
}

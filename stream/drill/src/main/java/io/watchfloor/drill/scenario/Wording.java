package io.watchfloor.drill.scenario;

import io.watchfloor.contract.ReportKind;
import io.watchfloor.drill.table.ResourceTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** What people and devices say about an event: sentences with slots, from {@code wording.csv}. */
final class Wording {
    private static final double ENGLISH_SHARE = 0.17;

    /** A sentence with slots in braces. */
    record Template(String type, ReportKind kind, boolean isEnglish, String text) {}

    private final Map<String, List<Template>> byType = new HashMap<>();

    Wording() {
        ResourceTable.read(
                        Wording.class,
                        "wording.csv",
                        row -> new Template(
                                row.get("type"),
                                ReportKind.valueOf(row.get("kind").toUpperCase(Locale.ROOT)),
                                row.get("language").equals("en"),
                                row.get("text")))
                .forEach(t -> byType.computeIfAbsent(t.type(), type -> new ArrayList<>())
                        .add(t));
    }

    List<Template> templates(String type) {
        return byType.getOrDefault(type, List.of());
    }

    /** So many sentences about one event, each another as long as there are enough. */
    List<Template> draw(String type, int count, Random random) {
        List<Template> chinese = shuffled(type, false, random);
        List<Template> english = shuffled(type, true, random);
        List<Template> drawn = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Template> from = !english.isEmpty() && random.nextDouble() < ENGLISH_SHARE ? english : chinese;
            drawn.add(from.get(i % from.size()));
        }
        return drawn;
    }

    private List<Template> shuffled(String type, boolean isEnglish, Random random) {
        List<Template> some = new ArrayList<>(
                templates(type).stream().filter(t -> t.isEnglish() == isEnglish).toList());
        Collections.shuffle(some, random);
        return some;
    }

    /** Fills the slots; details that belong to the event are the same in every report of it. */
    static String fill(Template template, Event event, Random random) {
        Random detail = Draws.of(event.startsAt().toEpochMilli(), event.key());
        return template.text()
                .replace("{place}", event.place().nameZh())
                .replace("{place_en}", event.place().nameEn())
                .replace("{street}", event.road().nameZh())
                .replace("{street_en}", event.road().nameEn())
                .replace("{building}", building(event))
                .replace("{unit}", 1 + detail.nextInt(4) + "单元")
                .replace("{floor}", String.valueOf(2 + detail.nextInt(16)))
                .replace("{age}", String.valueOf(66 + detail.nextInt(22)))
                .replace("{child}", String.valueOf(4 + detail.nextInt(8)))
                .replace("{minutes}", String.valueOf(5 + random.nextInt(40)))
                .replace("{n}", String.valueOf(2 + random.nextInt(6)));
    }

    /** The building of a place where the event is; the same in every report of it. */
    static String building(Event event) {
        return 1
                + Draws.of(event.startsAt().toEpochMilli(), event.key(), "building")
                        .nextInt(18) + "号楼";
    }
}

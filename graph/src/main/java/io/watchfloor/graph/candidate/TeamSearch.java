package io.watchfloor.graph.candidate;

import io.watchfloor.contract.dispatch.Need;
import io.watchfloor.contract.dispatch.Team;
import io.watchfloor.graph.candidate.CandidateSearch.Arrival;
import io.watchfloor.graph.district.District;
import io.watchfloor.graph.roster.EquipmentPool;
import io.watchfloor.graph.roster.NeedLine;
import io.watchfloor.graph.roster.SkillTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes up the team for each way an incident type allows. Who fills one more place than those before is taken in, the
 * cheapest first: sets of people who fill different places are a matroid, so that the sum and the last of what they take
 * are both least. A stand-in costs some minutes more than somebody who can really do it.
 */
final class TeamSearch {
    /** How much later somebody fully able may come before a stand-in is preferred. */
    static final int STAND_IN_MILLIS = 5 * 60_000;

    /** People beyond the places of a need, so that there is somebody to name as backfill. */
    private static final int SPARE = 3;

    private static final int MOST_PER_NEED = 200;

    /** What is open of one option. */
    record OpenOption(String label, List<NeedLine> lines, List<Integer> places) {
        int total() {
            return places.stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** Somebody for one option. */
    private record Choice(Arrival arrival, int needs, int standsIn) {
        int cost() {
            return arrival.rankMillis() + (needs == standsIn ? STAND_IN_MILLIS : 0);
        }
    }

    private final SkillTree skills;
    private final EquipmentPool equipment;
    private final long epochDay;

    TeamSearch(SkillTree skills, EquipmentPool equipment, long epochDay) {
        this.skills = skills;
        this.equipment = equipment;
        this.epochDay = epochDay;
    }

    /** Every open line of any option, once. */
    static List<NeedLine> lines(List<OpenOption> options) {
        Set<NeedLine> lines = new LinkedHashSet<>();
        options.forEach(option -> lines.addAll(option.lines()));
        return List.copyOf(lines);
    }

    /** How many people each line needs to be chosen from. */
    static int perNeed(List<OpenOption> options) {
        int most = options.stream().mapToInt(OpenOption::total).max().orElse(0);
        return Math.min(MOST_PER_NEED, most + SPARE);
    }

    /**
     * The team of each option, the best first: complete before incomplete, then the soonest, then the fewest places left
     * open, then the order of the options.
     */
    List<Team> teams(List<OpenOption> options, List<Arrival> arrivals) {
        return options.stream()
                .map(option -> team(option, arrivals))
                .sorted(Comparator.comparing(Team::complete)
                        .reversed()
                        .thenComparing(TeamSearch::openPlaces)
                        .thenComparing(team -> team.readySeconds() == null ? Long.MAX_VALUE : team.readySeconds()))
                .toList();
    }

    private static int openPlaces(Team team) {
        return team.shortfalls().stream()
                .mapToInt(need -> need.count() - need.covered())
                .sum();
    }

    private Team team(OpenOption option, List<Arrival> arrivals) {
        List<Choice> choices = choices(option, arrivals);
        Coverage coverage = Coverage.of(option.lines(), option.places());
        Set<String> usedUnits = new LinkedHashSet<>();
        List<Choice> taken = new ArrayList<>();
        for (Choice choice : choices) {
            int needs = bringable(option, choice, usedUnits);
            if (coverage.open() > 0
                    && coverage.offer(needs, choice.arrival().member().index())) {
                taken.add(choice);
                use(option, choice, coverage, usedUnits);
            }
        }
        // By the order in which they were taken in: whoever came after somebody was left what that one did not take.
        Map<Choice, String> units = units(option, taken, coverage);
        taken.sort(Comparator.comparingInt(choice -> choice.arrival().millis()));
        return describe(option, taken, choices, coverage, units);
    }

    private Map<Choice, String> units(OpenOption option, List<Choice> taken, Coverage coverage) {
        Map<Choice, String> units = new HashMap<>();
        Set<String> usedUnits = new LinkedHashSet<>();
        for (Choice choice : taken) {
            int kind = kindBrought(
                    option, coverage.placesOf(choice.arrival().member().index()));
            String unit = kind == EquipmentPool.NONE ? null : unit(choice, kind, usedUnits);
            if (unit != null) {
                units.put(choice, unit);
                usedUnits.add(unit);
            }
        }
        return units;
    }

    private List<Choice> choices(OpenOption option, List<Arrival> arrivals) {
        List<Choice> choices = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            int needs = 0;
            int standsIn = 0;
            for (int need = 0; need < option.lines().size(); need++) {
                NeedLine line = option.lines().get(need);
                if (line.isMetBy(arrival.member(), epochDay)) {
                    needs |= 1 << need;
                    standsIn |= line.isStandIn(arrival.member(), epochDay) ? 1 << need : 0;
                }
            }
            if (needs != 0) {
                choices.add(new Choice(arrival, needs, standsIn));
            }
        }
        choices.sort(Comparator.comparingInt(Choice::cost));
        return choices;
    }

    /** The needs for which there is equipment left that they may bring. */
    private int bringable(OpenOption option, Choice choice, Set<String> usedUnits) {
        int needs = choice.needs();
        for (int need = 0; need < option.lines().size(); need++) {
            int kind = option.lines().get(need).equipmentKind();
            if (kind != EquipmentPool.NONE && unit(choice, kind, usedUnits) == null) {
                needs &= ~(1 << need);
            }
        }
        return needs;
    }

    private void use(OpenOption option, Choice choice, Coverage coverage, Set<String> usedUnits) {
        int kind =
                kindBrought(option, coverage.placesOf(choice.arrival().member().index()));
        if (kind != EquipmentPool.NONE) {
            usedUnits.add(unit(choice, kind, usedUnits));
        }
    }

    private String unit(Choice choice, int kind, Set<String> usedUnits) {
        return equipment.unitsFor(choice.arrival().member().person(), kind, skills).stream()
                .map(District.Equipment::id)
                .filter(id -> !usedUnits.contains(id))
                .findFirst()
                .orElse(null);
    }

    private static int kindBrought(OpenOption option, int filled) {
        for (int need = 0; need < option.lines().size(); need++) {
            if ((filled & (1 << need)) != 0 && option.lines().get(need).equipmentKind() != EquipmentPool.NONE) {
                return option.lines().get(need).equipmentKind();
            }
        }
        return EquipmentPool.NONE;
    }

    private Team describe(
            OpenOption option, List<Choice> taken, List<Choice> choices, Coverage coverage, Map<Choice, String> units) {
        List<Need> needs = new ArrayList<>();
        List<Need> shortfalls = new ArrayList<>();
        for (int i = 0; i < option.lines().size(); i++) {
            NeedLine line = option.lines().get(i);
            int count = option.places().get(i);
            needs.add(new Need(line.skillId(), line.level(), count, 0));
            if (coverage.covered(i) < count) {
                shortfalls.add(new Need(line.skillId(), line.level(), count, coverage.covered(i)));
            }
        }
        List<Team.Member> members = taken.stream()
                .map(choice -> member(option, choice, taken, choices, coverage, units.get(choice)))
                .toList();
        Long ready = taken.isEmpty()
                ? null
                : seconds(taken.get(taken.size() - 1).arrival().millis());
        return new Team(
                option.label(), List.copyOf(needs), members, shortfalls.isEmpty(), ready, List.copyOf(shortfalls));
    }

    private Team.Member member(
            OpenOption option,
            Choice choice,
            List<Choice> taken,
            List<Choice> choices,
            Coverage coverage,
            String unit) {
        District.Person person = choice.arrival().member().person();
        int filled = coverage.placesOf(choice.arrival().member().index());
        List<String> covers = new ArrayList<>();
        for (int need = 0; need < option.lines().size(); need++) {
            if ((filled & (1 << need)) != 0) {
                covers.add(option.lines().get(need).skillId());
            }
        }
        return new Team.Member(
                person.id(),
                person.nameZh(),
                person.nameEn(),
                covers.stream().distinct().toList(),
                (filled & ~choice.standsIn()) == 0,
                unit,
                seconds(choice.arrival().millis()),
                backfill(filled, taken, choices));
    }

    private static Team.Backfill backfill(int filled, List<Choice> taken, List<Choice> choices) {
        return choices.stream()
                .filter(choice -> (choice.needs() & filled) == filled && !taken.contains(choice))
                .findFirst()
                .map(choice -> {
                    District.Person person = choice.arrival().member().person();
                    return new Team.Backfill(
                            person.id(),
                            person.nameZh(),
                            person.nameEn(),
                            seconds(choice.arrival().millis()));
                })
                .orElse(null);
    }

    private static long seconds(int millis) {
        return Math.round(millis / 1_000.0);
    }
}

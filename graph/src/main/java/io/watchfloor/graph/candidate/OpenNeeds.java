package io.watchfloor.graph.candidate;

import io.watchfloor.contract.dispatch.Need;
import io.watchfloor.graph.roster.LiveDistrict;
import io.watchfloor.graph.roster.Member;
import io.watchfloor.graph.roster.Moment;
import io.watchfloor.graph.roster.NeedBook;
import io.watchfloor.graph.roster.NeedLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What an incident needs beside those who are on it already. */
final class OpenNeeds {
    private final LiveDistrict live;

    OpenNeeds(LiveDistrict live) {
        this.live = live;
    }

    /** What is open of each option that the type of incident allows when these people are on it. */
    List<TeamSearch.OpenOption> of(String incidentType, List<String> sentPersonIds, Moment moment) {
        return of(live.needs().options(incidentType), sentPersonIds, moment);
    }

    /** What is open of each option when these people are on it. */
    List<TeamSearch.OpenOption> of(List<NeedBook.Option> options, List<String> sentPersonIds, Moment moment) {
        List<TeamSearch.OpenOption> open = new ArrayList<>();
        for (NeedBook.Option option : options) {
            open.add(open(option, coverageBy(option.lines(), sentPersonIds, moment)));
        }
        return open;
    }

    /** What is open of the option beside what is covered. */
    static TeamSearch.OpenOption open(NeedBook.Option option, Coverage sent) {
        List<NeedLine> lines = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < option.lines().size(); i++) {
            int left = option.lines().get(i).count() - sent.covered(i);
            if (left > 0) {
                lines.add(option.lines().get(i));
                places.add(left);
            }
        }
        return new TeamSearch.OpenOption(option.label(), List.copyOf(lines), List.copyOf(places));
    }

    /** Of the options that the type of incident allows, what the one with the fewest open places needs. */
    List<Need> fewestOpen(String incidentType, List<String> sentPersonIds, Moment moment) {
        return needs(fewestOpenOption(incidentType, sentPersonIds, moment), sentPersonIds, moment);
    }

    /** Of the options that the type of incident allows, the one with the fewest open places. */
    NeedBook.Option fewestOpenOption(String incidentType, List<String> sentPersonIds, Moment moment) {
        return live.needs().options(incidentType).stream()
                .min(Comparator.comparingInt(option -> openPlaces(needs(option, sentPersonIds, moment))))
                .orElseThrow();
    }

    private List<Need> needs(NeedBook.Option option, List<String> sentPersonIds, Moment moment) {
        return list(option.lines(), coverageBy(option.lines(), sentPersonIds, moment));
    }

    /** What people who are sent cover on this day, whatever their shift: they are on it. */
    Coverage coverageBy(List<NeedLine> lines, List<String> personIds, Moment moment) {
        Coverage coverage =
                Coverage.of(lines, lines.stream().map(NeedLine::count).toList());
        for (String personId : Set.copyOf(personIds).stream().sorted().toList()) {
            Member member = live.member(personId);
            int met = 0;
            for (int i = 0; member != null && i < lines.size(); i++) {
                met |= lines.get(i).isMetBy(member, moment.epochDay()) ? 1 << i : 0;
            }
            coverage.offer(met);
        }
        return coverage;
    }

    static List<Need> list(List<NeedLine> lines, Coverage sent) {
        List<Need> needs = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            NeedLine line = lines.get(i);
            needs.add(new Need(line.skillId(), line.level(), line.count(), sent.covered(i)));
        }
        return List.copyOf(needs);
    }

    /** The needs of which so many places, in their order, stay empty; none of those that are filled. */
    static List<Need> shortfalls(List<NeedLine> lines, List<Integer> empty) {
        List<Need> shortfalls = new ArrayList<>();
        for (int i = 0; i < empty.size(); i++) {
            if (empty.get(i) > 0) {
                NeedLine line = lines.get(i);
                shortfalls.add(new Need(line.skillId(), line.level(), line.count(), line.count() - empty.get(i)));
            }
        }
        return List.copyOf(shortfalls);
    }

    private static int openPlaces(List<Need> needs) {
        return needs.stream().mapToInt(need -> need.count() - need.covered()).sum();
    }
}

package io.watchfloor.pipeline.warn.study;

import io.watchfloor.pipeline.warn.rule.Sighting;
import java.util.ArrayList;
import java.util.List;

/**
 * What could be known at best: by Bayes' rule the probability that an incident comes within a day, hour by hour, for one
 * who knows how the made-up city was made (each cell's rates, the factor of each day, how precursors and flares look, how
 * many there are) and not what happens in it. It does not use how heated words are. Hypotheses: an incident or a flare in
 * a cell, at each hour, over three durations, of four sizes or unannounced; two in one place at a time are left out.
 */
final class Oracle {
    static final int HOURS = Incidents.DAYS * 24;
    private static final int FIRST_HOUR = Incidents.WARM_UP_DAYS * 24;
    private static final int AHEAD_HOURS = 24;
    private static final int AFTER_HOURS = 36;
    private static final double[] DURATIONS = {.17, .5, .83};
    private static final double[] DEVIATIONS = {-1.4, -.45, .45, 1.4};
    private static final double[] DEVIATION_CHANCES = {.16, .34, .34, .16};
    private static final double EVERYDAY_NEGATIVE = 0.55;
    private static final double FLARE_SHARE = 0.4;
    private static final double FLARE_ANGRY = 0.2;

    private final City city;
    private final Incidents world;
    private final double[] strengths;
    private final DeviceOdds deviceOdds;
    private final int cellCount;

    /** An everyday or an extra report, and the everyday rate it stands against. */
    private record Seen(double hour, boolean negative, double usualPerHour) {}

    /** Reports and devices' hours of each cell, of one topic. */
    private record Heard(List<List<Seen>> reports, List<List<Double>> devices) {}

    /** What may have come to a cell, and how it shows: mean reports over a duration, and their share of anger. */
    private record Course(double chance, double reports, double duration, double angry, boolean incident) {}

    /** Odds against nothing, by cell and hour: of an incident within a day, and of everything else. */
    @SuppressWarnings("ArrayRecordComponent") // of a simulation
    record Odds(double[][] ahead, double[][] other) {}

    /** Strengths: those that are thought possible. */
    Oracle(Incidents world, City city, double[] strengths, boolean devices) {
        this.world = world;
        this.city = city;
        this.strengths = strengths.clone();
        this.deviceOdds = devices ? new DeviceOdds() : null;
        this.cellCount = city.side() * city.side();
    }

    /** One for each topic. */
    List<Odds> odds() {
        List<Odds> odds = new ArrayList<>();
        for (int topic = 0; topic < Incidents.TOPICS.size(); topic++) {
            odds.add(odds(heard(topic)));
        }
        return odds;
    }

    private Odds odds(Heard heard) {
        Odds odds = new Odds(new double[cellCount][HOURS], new double[cellCount][HOURS]);
        List<Course> courses = courses();
        for (int cell = 0; cell < cellCount; cell++) {
            double[] shares = shares(cell);
            for (int end = FIRST_HOUR - AFTER_HOURS; end < HOURS + AFTER_HOURS; end++) {
                double[] signalled = signalled(heard.devices().get(cell), end);
                for (Course course : courses) {
                    add(odds, heard, cell, shares, end, course, signalled);
                }
            }
        }
        return odds;
    }

    /** What devices say of an incident that comes then, by hours since the first one that is looked at. */
    private double[] signalled(List<Double> signals, int end) {
        double[] odds = new double[2 * AFTER_HOURS];
        for (int i = 0; i < odds.length; i++) {
            int hour = Math.min(end - AFTER_HOURS + i, end);
            odds[i] = deviceOdds == null ? 1 : i > AFTER_HOURS ? odds[i - 1] : deviceOdds.of(signals, hour, end);
        }
        return odds;
    }

    private void add(Odds odds, Heard heard, int cell, double[] shares, int end, Course course, double[] signalled) {
        int begin = (int) (end - course.duration());
        double[] logOdds = logOdds(heard, shares, end, course);
        double value = course.chance();
        int known = 0;
        int last = Math.min(HOURS, end + AFTER_HOURS) - 1;
        for (int hour = Math.max(FIRST_HOUR, end - AFTER_HOURS); hour <= last; hour++) {
            int until = Math.max(0, Math.min(hour, end) - begin);
            if (until != known) {
                known = until;
                value = course.chance() * Math.exp(logOdds[known]);
            }
            double devices = course.incident() ? signalled[hour - end + AFTER_HOURS] : 1;
            boolean ahead = course.incident() && end > hour && end <= hour + AHEAD_HOURS;
            (ahead ? odds.ahead() : odds.other())[cell][hour] += value * devices;
        }
    }

    /** Log odds of a course that ends then, by hours since it began. */
    private double[] logOdds(Heard heard, double[] shares, int end, Course course) {
        int begin = (int) (end - course.duration());
        double[] logOdds = new double[end - begin + 1];
        if (course.reports() == 0) {
            return logOdds;
        }
        for (int cell = 0; cell < cellCount; cell++) {
            List<Seen> reports = shares[cell] == 0 ? List.of() : heard.reports().get(cell);
            int from = firstAfter(reports, end - course.duration());
            for (int i = from; i < reports.size() && reports.get(i).hour() < end; i++) {
                Seen seen = reports.get(i);
                logOdds[(int) seen.hour() + 1 - begin] += gained(seen, shares[cell], end, course);
            }
        }
        for (int i = 1; i < logOdds.length; i++) {
            double silence = come(begin + i, end, course) - come(begin + i - 1, end, course);
            logOdds[i] += logOdds[i - 1] - course.reports() * silence;
        }
        return logOdds;
    }

    private double gained(Seen seen, double share, int end, Course course) {
        double place = (seen.hour() - end + course.duration()) / course.duration();
        double growth = city.power() == 2 ? place : Math.pow(place, city.power() - 1);
        double extra = course.reports() * share * city.power() * growth / course.duration();
        double mood = seen.negative()
                ? (course.angry() + EVERYDAY_NEGATIVE * (1 - course.angry())) / EVERYDAY_NEGATIVE
                : 1 - course.angry();
        return Math.log1p(extra * mood / seen.usualPerHour());
    }

    /** Share of the course's reports that have come by the hour. */
    private double come(int hour, int end, Course course) {
        double place = (hour - end + course.duration()) / course.duration();
        return Math.pow(Math.max(0, Math.min(1, place)), city.power());
    }

    private static int firstAfter(List<Seen> reports, double hour) {
        int low = 0;
        int high = reports.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (reports.get(middle).hour() <= hour) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private List<Course> courses() {
        double perHour = 1.0 / ((Incidents.DAYS - 2.5) * 24 * cellCount);
        int incidents = Incidents.DAYS / city.daysBetween(); // whole ones, as the city has them
        int flares = Incidents.DAYS / city.daysBetweenFlares();
        double incident = perHour * incidents;
        double flare = perHour * flares;
        List<Course> all = new ArrayList<>();
        all.add(new Course(incident * (1 - city.announced()), 0, 1, 0, true));
        for (double place : DURATIONS) {
            double duration = city.leastHours() + place * city.moreHours();
            double chance = 1.0 / DURATIONS.length / strengths.length;
            for (double strength : strengths) {
                for (int i = 0; i < DEVIATIONS.length; i++) {
                    double reports = strength * Math.exp(0.4 * DEVIATIONS[i] - 0.08);
                    double likely = incident * city.announced() * chance * DEVIATION_CHANCES[i];
                    all.add(new Course(likely, reports, duration, city.angry(), true));
                }
                all.add(new Course(flare * chance, strength * FLARE_SHARE, duration, FLARE_ANGRY, false));
            }
        }
        return all;
    }

    /** Which share of extra reports comes to each cell when they are about this one. */
    private double[] shares(int cell) {
        double[] shares = new double[cellCount];
        int side = city.side();
        shares[cell] += 1 - city.beside();
        for (int row = -1; row <= 1; row++) {
            for (int column = -1; column <= 1; column++) {
                int r = Math.max(0, Math.min(side - 1, cell / side + row));
                int c = Math.max(0, Math.min(side - 1, cell % side + column));
                shares[r * side + c] += city.beside() / 9;
            }
        }
        return shares;
    }

    private Heard heard(int topic) {
        Heard heard = new Heard(new ArrayList<>(), new ArrayList<>());
        for (int cell = 0; cell < cellCount; cell++) {
            heard.reports().add(new ArrayList<>());
            heard.devices().add(new ArrayList<>());
        }
        Incidents.Everyday everyday = world.everydays().get(topic);
        for (Sighting sighting : world.sightings()) {
            double hour = Incidents.hours(sighting.receivedMillis());
            if (!sighting.topic().equals(Incidents.TOPICS.get(topic)) || hour < 0 || hour >= HOURS) {
                continue;
            }
            int row = Incidents.row(sighting.lat());
            int column = Incidents.column(sighting.lon());
            int cell = row * city.side() + column;
            if (sighting.device()) {
                heard.devices().get(cell).add(hour);
            } else {
                List<Seen> before = heard.reports().get(cell);
                double usual = everyday.perHour(row, column, hour) + followers(before, hour);
                before.add(new Seen(hour, sighting.polarity() < -0.25, usual));
            }
        }
        return heard;
    }

    /** Everyday events are reported by two or three within ten and twenty minutes, now and then. */
    private double followers(List<Seen> before, double hour) {
        double perHour = 0;
        for (int i = before.size() - 1; i >= 0 && hour - before.get(i).hour() < 1 / 3.0; i--) {
            perHour += city.clumps() / 2 * 3 + (hour - before.get(i).hour() < 1 / 6.0 ? city.clumps() * 6 : 0);
        }
        return perHour;
    }
}

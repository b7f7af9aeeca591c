package io.watchfloor.text.place;

import io.watchfloor.contract.place.Crossing;
import io.watchfloor.contract.place.NamedPlace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Two streets that a text names together where they meet: 人民路与中山路交叉口, the corner of Renmin Road and Zhongshan Road. */
final class Crossings {
    /** From the middle of a crossing to what happens at it. */
    private static final double CROSSING_METERS = 40;

    /** Who says that it is at the crossing of two streets that do meet leaves hardly a doubt. */
    private static final double SAID = 0.97;

    private static final double IF_FAR = 0.5;
    private static final double FAR_METERS = 5_000;
    private static final int LOOK = 32;

    private static final Pattern BETWEEN = Pattern.compile("^ ?[与和跟同及、/&x×·-]? ?$");
    private static final Pattern BESIDE = Pattern.compile("^ ?[(]?(?:近|靠近|临近)$");
    private static final Pattern AFTER =
            Pattern.compile("^ ?(?:的|之)?(?:交叉路口|交叉口|交叉处|交叉|交汇处|交汇口|交汇|交会处|交会|交界处|交界口|交界|相交处|相交|"
                    + "十字路口|丁字路口|三岔路口|岔路口|路口|街口|转角处|转角|拐角处|拐角|口(?!腔|罩|味|号))");

    private static final String CORNER = "(?:corner|intersection|junction|crossing|crossroads?)";
    private static final Pattern BETWEEN_LATIN = Pattern.compile("^,? ?(?:and|&|/|at|@|with|x)? ?(?:the )?$");
    private static final Pattern PLAINLY_LATIN = Pattern.compile("^ ?(?:&|@|at) $");
    private static final Pattern BEFORE_LATIN = Pattern.compile(CORNER + " (?:of |at |between |where )?(?:the )?$");
    private static final Pattern AFTER_LATIN = Pattern.compile("^ " + CORNER + "\\b");

    private record Pair(String street, String other) {
        static Pair of(String one, String other) {
            return one.compareTo(other) <= 0 ? new Pair(one, other) : new Pair(other, one);
        }
    }

    private final Map<Pair, List<Crossing>> byStreets = new HashMap<>();

    Crossings(List<Crossing> crossings) {
        for (Crossing crossing : crossings) {
            byStreets
                    .computeIfAbsent(
                            Pair.of(crossing.streetId(), crossing.otherStreetId()), absent -> new ArrayList<>(1))
                    .add(crossing);
        }
    }

    /** The first crossing that two names next to each other say; {@code near} is null when unknown. */
    Optional<Mention> find(String folded, List<NameHit> hits, Point near) {
        if (byStreets.isEmpty()) {
            return Optional.empty();
        }
        for (int i = 0; i + 1 < hits.size(); i++) {
            NameHit first = hits.get(i);
            NameHit second = hits.get(i + 1);
            List<Crossing> meeting = meeting(first, second);
            int end = meeting.isEmpty() ? 0 : endOf(folded, first, second);
            if (end > 0) {
                return Optional.of(mention(first.begin(), end, meeting, near));
            }
        }
        return Optional.empty();
    }

    private List<Crossing> meeting(NameHit first, NameHit second) {
        List<Crossing> meeting = new ArrayList<>();
        for (NamedPlace street : first.places()) {
            for (NamedPlace other : second.places()) {
                meeting.addAll(byStreets.getOrDefault(Pair.of(street.id(), other.id()), List.of()));
            }
        }
        return meeting;
    }

    /** Where the words end that say so; 0 when the names merely stand side by side. */
    private static int endOf(String folded, NameHit first, NameHit second) {
        String between = folded.substring(first.end(), second.begin());
        String after = folded.substring(second.end(), Math.min(folded.length(), second.end() + LOOK));
        if (folded.charAt(first.begin()) >= 0x2E80) {
            Matcher suffix = AFTER.matcher(after);
            boolean said = suffix.find();
            boolean beside = BESIDE.matcher(between).matches();
            boolean joined = said && BETWEEN.matcher(between).matches();
            return beside || joined ? second.end() + (said ? suffix.end() : 0) : 0;
        }
        String before = folded.substring(Math.max(0, first.begin() - LOOK), first.begin());
        Matcher suffix = AFTER_LATIN.matcher(after);
        boolean said = suffix.find();
        boolean joined = BETWEEN_LATIN.matcher(between).matches()
                && (said || BEFORE_LATIN.matcher(before).find());
        return joined || PLAINLY_LATIN.matcher(between).matches() ? second.end() + (said ? suffix.end() : 0) : 0;
    }

    /** Of several points the one nearest to where the report is, or else to the middle of all; then any may be meant. */
    private static Mention mention(int begin, int end, List<Crossing> meeting, Point near) {
        Point wanted = near == null ? middle(meeting) : near;
        Crossing chosen = meeting.stream()
                .min(Comparator.comparingDouble((Crossing each) -> pointOf(each).metersTo(wanted))
                        .thenComparing(Crossing::placeId))
                .orElseThrow();
        double spread = meeting.stream()
                .mapToDouble(each -> pointOf(each).metersTo(pointOf(chosen)))
                .max()
                .orElse(0);
        double accuracyMeters = CROSSING_METERS + (near == null ? spread : 0);
        boolean far = near != null && pointOf(chosen).metersTo(near) > FAR_METERS;
        NamedPlace place = new NamedPlace(
                chosen.placeId(), "", "", List.of(), false, null, chosen.lat(), chosen.lon(), accuracyMeters);
        return new Mention(place, begin, end, 0, false, false, far ? SAID * IF_FAR : SAID);
    }

    private static Point middle(List<Crossing> meeting) {
        double lat = meeting.stream().mapToDouble(Crossing::lat).average().orElseThrow();
        double lon = meeting.stream().mapToDouble(Crossing::lon).average().orElseThrow();
        return new Point(lat, lon);
    }

    private static Point pointOf(Crossing crossing) {
        return new Point(crossing.lat(), crossing.lon());
    }
}

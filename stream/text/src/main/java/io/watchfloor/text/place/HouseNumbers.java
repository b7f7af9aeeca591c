package io.watchfloor.text.place;

import io.watchfloor.contract.place.NamedPlace;
import io.watchfloor.text.phrase.Folding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where house numbers lie along streets, as far as the gazetteer's own names tell it: places called 人民路12号 or 12 Main Street
 * are known points of their street. Between two of them a number is placed in proportion; a street without any has only its
 * middle.
 */
final class HouseNumbers {
    /** Where a number is. */
    record Spot(double lat, double lon, double accuracyMeters) {}

    /** A number next to a known one is about this near to it. */
    private static final double NEXT_DOOR_METERS = 30;

    /** Numbers farther than this beyond the last known one are not guessed. */
    private static final int MOST_BEYOND = 20;

    private static final Pattern CHINESE = Pattern.compile("^(.{2,}?(?:路|街|道|巷|弄|胡同|里))([0-9]{1,5})号.*");
    private static final Pattern ENGLISH = Pattern.compile("^(?:no\\.? ?)?([0-9]{1,5})[a-z]? (.{4,})$");

    private final Map<String, NavigableMap<Integer, NamedPlace>> byStreet = new HashMap<>();

    HouseNumbers(List<NamedPlace> places) {
        for (NamedPlace place : places) {
            if (!place.street()) {
                note(place.nameZh(), place);
                note(place.nameEn(), place);
                place.aliases().forEach(alias -> note(alias, place));
            }
        }
    }

    /** Where a number of a street is; the place's own middle when there is no number or nothing is known of it. */
    Spot locate(NamedPlace street, int number) {
        Spot middle = new Spot(street.lat(), street.lon(), street.accuracyMeters());
        NavigableMap<Integer, NamedPlace> known = number == 0 ? null : known(street);
        if (known == null) {
            return middle;
        }
        Map.Entry<Integer, NamedPlace> below = known.floorEntry(number);
        Map.Entry<Integer, NamedPlace> above = known.ceilingEntry(number);
        if (below == null || above == null) {
            Map.Entry<Integer, NamedPlace> end = below == null ? above : below;
            int beyond = Math.abs(end.getKey() - number);
            return beyond > MOST_BEYOND ? middle : spot(end.getValue(), NEXT_DOOR_METERS + 10.0 * beyond);
        }
        if (below.getKey().equals(above.getKey())) {
            return spot(below.getValue(), NEXT_DOOR_METERS);
        }
        double part = (number - below.getKey()) / (double) (above.getKey() - below.getKey());
        Point from = Point.of(below.getValue());
        Point to = Point.of(above.getValue());
        return new Spot(
                from.lat() + part * (to.lat() - from.lat()),
                from.lon() + part * (to.lon() - from.lon()),
                Math.min(street.accuracyMeters(), NEXT_DOOR_METERS + from.metersTo(to) / 3));
    }

    private static Spot spot(NamedPlace place, double accuracyMeters) {
        return new Spot(place.lat(), place.lon(), Math.max(place.accuracyMeters(), accuracyMeters));
    }

    private NavigableMap<Integer, NamedPlace> known(NamedPlace street) {
        NavigableMap<Integer, NamedPlace> chinese = byStreet.get(Folding.fold(street.nameZh()));
        return chinese == null ? byStreet.get(Folding.fold(street.nameEn())) : chinese;
    }

    private void note(String name, NamedPlace place) {
        if (name == null || name.isEmpty()) {
            return;
        }
        String folded = Folding.fold(name);
        Matcher chinese = CHINESE.matcher(folded);
        Matcher english = ENGLISH.matcher(folded);
        if (chinese.matches()) {
            note(chinese.group(1), chinese.group(2), place);
        } else if (english.matches()) {
            note(english.group(2), english.group(1), place);
        }
    }

    private void note(String street, String number, NamedPlace place) {
        byStreet.computeIfAbsent(street, s -> new TreeMap<>()).putIfAbsent(Integer.parseInt(number), place);
    }
}

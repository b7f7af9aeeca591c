package io.watchfloor.graph.candidate;

import io.watchfloor.contract.dispatch.Reason;
import io.watchfloor.contract.dispatch.ReasonCode;
import java.util.Locale;

/** Says in words, in both languages, how far somebody is, or why no way counts. */
final class WayReasons {
    private static final int METERS_PER_KILOMETER = 1_000;
    private static final int MILLIS_PER_MINUTE = 60_000;

    /** From here on nobody wants to know tenths of a kilometre. */
    private static final int WHOLE_KILOMETERS_FROM_METERS = 100_000;

    private WayReasons() {}

    static Reason near(int millis, int meters) {
        int minutes = minutes(millis);
        return new Reason(
                ReasonCode.NEAR,
                "道路行程 " + minutes + " 分钟，" + distanceZh(meters),
                minutes + " min by road, " + distanceEn(meters));
    }

    /** Against somebody whose way is longer than is asked of anybody. */
    static Reason tooFar(int millis, int mostMinutes) {
        int minutes = minutes(millis);
        return new Reason(
                ReasonCode.TOO_FAR,
                "道路行程 " + minutes + " 分钟，超过上限 " + mostMinutes + " 分钟",
                minutes + " min by road; nobody is sent farther than " + mostMinutes + " min");
    }

    /** Against somebody who could go if a road led here. */
    static Reason noRoad(int straightMeters) {
        return new Reason(
                ReasonCode.NO_ROAD,
                "没有道路可达，直线距离 " + distanceZh(straightMeters),
                "No road leads here; " + distanceEn(straightMeters) + " in a straight line");
    }

    /** Against somebody who was seen where no road of the district is near. */
    static Reason farOutside(int straightMeters) {
        return new Reason(
                ReasonCode.FAR_OUTSIDE,
                "定位远在辖区之外，直线距离 " + distanceZh(straightMeters),
                "Position far outside the district, " + distanceEn(straightMeters) + " away in a straight line");
    }

    /** Against everybody: the incident is where no road of the district is near. */
    static Reason siteOutside(int straightMeters) {
        return new Reason(
                ReasonCode.SITE_OUTSIDE,
                "事件远在辖区之外，直线距离 " + distanceZh(straightMeters),
                "The incident is far outside the district, " + distanceEn(straightMeters) + " away in a straight line");
    }

    /** Begun minutes, one at least. */
    private static int minutes(int millis) {
        return Math.max(1, (int) ((millis + MILLIS_PER_MINUTE - 1L) / MILLIS_PER_MINUTE));
    }

    private static String distanceZh(int meters) {
        return meters < METERS_PER_KILOMETER ? meters + " 米" : kilometers(meters) + " 公里";
    }

    private static String distanceEn(int meters) {
        return meters < METERS_PER_KILOMETER ? meters + " m" : kilometers(meters) + " km";
    }

    private static String kilometers(int meters) {
        return String.format(
                Locale.ROOT,
                meters < WHOLE_KILOMETERS_FROM_METERS ? "%.1f" : "%.0f",
                meters / (double) METERS_PER_KILOMETER);
    }
}

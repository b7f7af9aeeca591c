package io.watchfloor.text.model;

import java.util.List;

/** The labels the models answer with. */
public final class Labels {
    /** The seven first-level subjects of citizens' messages. */
    public static final List<String> CATEGORIES = List.of("城乡建设", "劳动和社会保障", "教育文体", "商贸旅游", "环境保护", "卫生计生", "交通运输");

    public static final String NEGATIVE = "negative";
    public static final String POSITIVE = "positive";

    /** The two sides of polarity. */
    public static final List<String> POLARITIES = List.of(NEGATIVE, POSITIVE);

    public static final String ANGRY = "angry";
    public static final String FEAR = "fear";
    public static final String HAPPY = "happy";
    public static final String NEUTRAL = "neutral";
    public static final String SAD = "sad";
    public static final String SURPRISE = "surprise";

    /** The six emotions. */
    public static final List<String> EMOTIONS = List.of(ANGRY, FEAR, HAPPY, NEUTRAL, SAD, SURPRISE);

    public static final String OTHER = "other";
    public static final String DISASTER = "disaster";

    /** Whether an English text tells of a real disaster. */
    public static final List<String> DISASTERS = List.of(OTHER, DISASTER);

    private Labels() {}
}

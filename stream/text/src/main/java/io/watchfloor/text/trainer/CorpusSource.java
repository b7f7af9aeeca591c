package io.watchfloor.text.trainer;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** The corpora the shipped models know: where a file stands below the data folder, its columns, its origin. */
enum CorpusSource {
    TEDDY(
            Task.CATEGORY,
            "complaints/teddy_classify_train8186_segmented.csv.gz",
            "seg",
            "label",
            "Teddy complaints, segmented",
            "Teddy Cup 2020 C"),
    TEDDY_RAW(
            Task.CATEGORY,
            "complaints/teddy_classify_raw_sample.csv.gz",
            "留言主题+留言详情",
            "一级分类",
            "Teddy complaints, raw",
            "Teddy Cup 2020 C"),
    TAKEAWAY(Task.POLARITY, "sentiment/waimai_train.csv.gz", "review", "label", "waimai", "ChineseNlpCorpus"),
    HOTEL(
            Task.POLARITY,
            "sentiment/chnsenti_train.csv.gz",
            "review",
            "label",
            "ChnSentiCorp hotel",
            "ChineseNlpCorpus"),
    GOODS(
            Task.POLARITY,
            "sentiment/online_shopping_10_cats.csv.gz",
            "review",
            "label",
            "online shopping, without its hotels",
            "ChineseNlpCorpus"),
    EMOTION(
            Task.EMOTION,
            "sentiment/smp2020_train.csv.gz",
            "content",
            "labels",
            "SMP2020-EWECT, training",
            "SMP2020-EWECT"),
    EMOTION_USUAL(
            Task.EMOTION,
            "sentiment/smp2020_usual_eval.json.gz",
            "content",
            "label",
            "SMP2020-EWECT, usual",
            "SMP2020-EWECT"),
    EMOTION_VIRUS(
            Task.EMOTION,
            "sentiment/smp2020_virus_eval.json.gz",
            "content",
            "label",
            "SMP2020-EWECT, virus",
            "SMP2020-EWECT"),
    TWEETS(
            Task.DISASTER,
            "sentiment/disaster_tweets_en.csv.gz",
            "text",
            "target",
            "disaster tweets, English",
            "Kaggle");

    /** Corpora that are only ever measured on. */
    static final List<CorpusSource> EVALUATION_ONLY = List.of(TEDDY_RAW, EMOTION_USUAL, EMOTION_VIRUS);

    /** Corpora with a fifth held out, because no evaluation file belongs to them. */
    static final List<CorpusSource> SPLIT = List.of(TEDDY, TAKEAWAY, HOTEL, GOODS, TWEETS);

    /** The domains of polarity, in the order of their experts. */
    static final List<CorpusSource> POLARITY_DOMAINS = List.of(TAKEAWAY, HOTEL, GOODS, EMOTION);

    /** What the sources of all these corpora say of a licence. */
    static final String LICENCE = "none stated";

    private static final String HOTEL_GOODS = "酒店";

    private final Task task;
    private final String file;
    private final String textColumns;
    private final String labelColumn;
    private final String title;
    private final String publisher;

    CorpusSource(Task task, String file, String textColumns, String labelColumn, String title, String publisher) {
        this.task = task;
        this.file = file;
        this.textColumns = textColumns;
        this.labelColumn = labelColumn;
        this.title = title;
        this.publisher = publisher;
    }

    Task task() {
        return task;
    }

    String file() {
        return file;
    }

    Columns columns() {
        return new Columns(Columns.names(textColumns), labelColumn);
    }

    /** What readers of the model card know the corpus by. */
    String title() {
        return title;
    }

    String publisher() {
        return publisher;
    }

    /**
     * Rows to take. The shopping corpus repeats most of the hotel corpus, test rows of its publishers included: with its
     * hotels in training, no figure on hotels would mean anything.
     */
    Predicate<Row> rows() {
        return this == GOODS ? row -> !row.value("cat").equals(HOTEL_GOODS) : row -> true;
    }

    static List<CorpusSource> training() {
        return Arrays.stream(values()).filter(s -> !EVALUATION_ONLY.contains(s)).toList();
    }
}

package io.watchfloor.text.trainer;

import io.watchfloor.text.model.Labels;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.zip.GZIPOutputStream;

/** A data folder with the corpora's file names and columns, and sentences built from word lists made up here. */
final class MadeUpData {
    private static final int TEXTS_PER_LABEL = 40;
    private static final List<String> CATEGORY_WORDS = List.of(
            "违建 施工 路灯 下水道", "工资 社保 加班 合同", "学校 老师 补课 操场", "商场 旅游 退款 门票", "噪音 油烟 垃圾 污水", "医院 医生 疫苗 挂号", "公交 地铁 出租 红绿灯");
    private static final List<String> SIDES = List.of("难吃 太慢 失望 糟糕", "好吃 很快 喜欢 满意");
    private static final List<String> EMOTION_WORDS =
            List.of("气死 可恶 骗人", "害怕 吓人 发抖", "开心 哈哈 真好", "通知 今天 报道", "难过 想哭 孤单", "居然 没想到 天哪");
    private static final List<String> EMOTION_WRITTEN = List.of("angry", "fear", "happy", "neural", "sad", "surprise");
    private static final List<String> TWEET_WORDS = List.of("lovely song party cake", "flood fire rescue collapsed");
    private static final List<String> FILLERS = List.of("小区", "门口", "昨天", "我们", "这里", "大家", "一直", "还有");

    private final Random random = new Random(3);

    private MadeUpData() {}

    static void write(Path folder) throws IOException {
        MadeUpData data = new MadeUpData();
        data.table(
                folder,
                CorpusSource.TEDDY,
                "seg,label",
                7,
                CATEGORY_WORDS,
                (t, i) -> t + "," + Labels.CATEGORIES.get(i));
        data.table(
                folder,
                CorpusSource.TEDDY_RAW,
                "留言主题,留言详情,一级分类",
                7,
                CATEGORY_WORDS,
                (t, i) -> "反映," + t + "," + Labels.CATEGORIES.get(i));
        data.table(folder, CorpusSource.TAKEAWAY, "label,review", 2, SIDES, (t, i) -> i + "," + t + "外卖");
        data.table(folder, CorpusSource.HOTEL, "label,review", 2, SIDES, (t, i) -> i + "," + t + "酒店");
        data.table(folder, CorpusSource.GOODS, "cat,label,review", 2, SIDES, (t, i) -> "书籍," + i + "," + t + "书");
        data.table(
                folder,
                CorpusSource.EMOTION,
                "content,labels,type",
                6,
                EMOTION_WORDS,
                (t, i) -> t + "," + EMOTION_WRITTEN.get(i) + ",usual");
        data.json(folder, CorpusSource.EMOTION_USUAL);
        data.json(folder, CorpusSource.EMOTION_VIRUS);
        data.table(folder, CorpusSource.TWEETS, "id,text,target", 2, TWEET_WORDS, (t, i) -> "7," + t + "," + i);
    }

    private void table(
            Path folder, CorpusSource source, String header, int labels, List<String> words, RowFormat format)
            throws IOException {
        StringBuilder csv = new StringBuilder(header).append('\n');
        String separator = source == CorpusSource.TEDDY || source == CorpusSource.TWEETS ? " " : "";
        IntFunction<String> sentence = label -> sentence(words.get(label), separator, source == CorpusSource.TWEETS);
        for (int i = 0; i < labels * TEXTS_PER_LABEL; i++) {
            csv.append(format.row(sentence.apply(i % labels), i % labels)).append('\n');
        }
        pack(folder.resolve(source.file()), csv.toString());
    }

    private void json(Path folder, CorpusSource source) throws IOException {
        StringBuilder json = new StringBuilder("[");
        for (int i = 0; i < 60; i++) {
            String label = Labels.EMOTIONS.get(i % 6);
            json.append(i == 0 ? "" : ",")
                    .append("{\"id\":%d,\"content\":\"%s\",\"label\":\"%s\"}"
                            .formatted(i, sentence(EMOTION_WORDS.get(i % 6), "", false), label));
        }
        pack(folder.resolve(source.file()), json.append(']').toString());
    }

    private String sentence(String words, String separator, boolean english) {
        List<String> own = List.of(words.split(" "));
        List<String> fillers = english ? List.of("the", "here", "now", "people", "today", "near") : FILLERS;
        StringBuilder sentence = new StringBuilder();
        for (int i = 0; i < 7; i++) {
            List<String> from = i % 2 == 0 ? fillers : own;
            sentence.append(from.get(random.nextInt(from.size()))).append(separator);
        }
        return sentence.toString().strip();
    }

    private static void pack(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    private interface RowFormat {
        String row(String text, int label);
    }
}

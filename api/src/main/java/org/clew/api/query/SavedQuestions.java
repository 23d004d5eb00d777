package org.clew.api.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.clew.loader.ingest.DataFolder;
import org.clew.loader.observation.DurableFiles;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;

/** The saved questions of a data folder, in one small file that is written in one step. */
public final class SavedQuestions {
  private static final int MOST = 1_000;
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  /** One writer in this process; the lock on the file keeps out other processes. */
  private static final Object WRITER = new Object();

  private final DataFolder data;
  private final Path file;

  private record Content(int version, List<SavedQuestion> saved) {}

  /** The saved questions of that folder. */
  public SavedQuestions(DataFolder data) {
    this.data = data;
    this.file = data.root().resolve("saved.json");
  }

  /** All of them, by name. */
  public List<SavedQuestion> list() {
    return List.copyOf(read().values());
  }

  /**
   * The question of a name.
   *
   * @throws ClewException NOT_FOUND when there is none, USAGE when none can have that name
   */
  public SavedQuestion find(String name) {
    return required(read(), name);
  }

  /** Keeps a question, in place of the one that has its name. */
  public SavedQuestion save(SavedQuestion question) {
    change(
        saved -> {
          saved.put(question.name(), question);
          if (saved.size() > MOST) {
            throw new ClewException(
                Reason.USAGE, "At most " + MOST + " queries and traces can be saved; remove some.");
          }
          return saved;
        });
    return question;
  }

  /**
   * Forgets a question.
   *
   * @return what it was
   * @throws ClewException NOT_FOUND when there is none
   */
  public SavedQuestion remove(String name) {
    SavedQuestion question = find(name);
    change(
        saved -> {
          saved.remove(name);
          return saved;
        });
    return question;
  }

  private static SavedQuestion required(SortedMap<String, SavedQuestion> saved, String name) {
    SavedQuestion found = saved.get(SavedQuestion.requireName(name));
    if (found == null) {
      throw new ClewException(
          Reason.NOT_FOUND, "Nothing is saved under '" + name + "'; 'clew saved' lists the names.");
    }
    return found;
  }

  private void change(UnaryOperator<SortedMap<String, SavedQuestion>> change) {
    data.changing(
        () -> {
          synchronized (WRITER) {
            try (FileChannel lock =
                FileChannel.open(
                    file.resolveSibling("saved.lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE)) {
              lock.lock();
              List<SavedQuestion> saved = List.copyOf(change.apply(read()).values());
              DurableFiles.write(file, JSON.writeValueAsBytes(new Content(1, saved)));
              return true;
            } catch (IOException e) {
              throw new ClewException(
                  Reason.UNAVAILABLE, "The file '" + file + "' cannot be written: " + e + ".", e);
            }
          }
        });
  }

  private SortedMap<String, SavedQuestion> read() {
    SortedMap<String, SavedQuestion> saved = new TreeMap<>();
    if (Files.exists(file)) {
      try {
        Content content = JSON.readValue(file.toFile(), Content.class);
        content.saved().forEach(question -> saved.put(question.name(), question));
      } catch (IOException | RuntimeException e) {
        throw new ClewException(Reason.UNREADABLE, "The file '" + file + "' is damaged.", e);
      }
    }
    return saved;
  }
}

package org.clew.loader.observation;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.clew.model.observation.Names;
import org.clew.model.observation.ObservationColumns;
import org.clew.model.observation.ObservationKind;

/**
 * Decodes row groups side by side and encodes their texts one row group after the other, so that
 * the codes do not depend on which thread was faster.
 */
final class SegmentScan implements ObservationScan {
  private final Supplier<List<Path>> segments;
  private final RowMatcher matcher;
  private final Encoder entities = new Encoder();
  private final Encoder keys = new Encoder();

  SegmentScan(Supplier<List<Path>> segments, RowFilter filter) {
    this.segments = segments;
    this.matcher = new RowMatcher(filter);
  }

  @Override
  public ObservationColumns read(ObservationKind kind, Extra... extras) {
    Set<Extra> wanted = EnumSet.noneOf(Extra.class);
    wanted.addAll(Arrays.asList(extras));
    List<RowGroupRef> groups = RowGroupRef.find(segments.get(), Set.of(kind));
    ColumnAssembler assembler =
        new ColumnAssembler(
            groups.stream().mapToLong(RowGroupRef::rows).sum(), entities, keys, wanted);
    Set<String> columns = columns(kind, wanted);
    OrderedWork.run(groups, group -> decode(group, columns), assembler::add);
    return assembler.finish(kind);
  }

  @Override
  public Names entities() {
    return entities;
  }

  @Override
  public Names keys() {
    return keys;
  }

  private static Set<String> columns(ObservationKind kind, Set<Extra> wanted) {
    Set<String> columns = new HashSet<>(Set.of(SegmentSchema.ACCOUNT, SegmentSchema.TIME));
    if (kind != ObservationKind.POST) {
      columns.add(SegmentSchema.ARTIFACT);
    }
    if (wanted.contains(Extra.POSTS)) {
      columns.add(SegmentSchema.POST);
    }
    if (wanted.contains(Extra.TARGETS)) {
      columns.add(SegmentSchema.TARGET);
    }
    if (wanted.contains(Extra.LINES)) {
      columns.add(SegmentSchema.LINE);
    }
    return columns;
  }

  private Match decode(RowGroupRef ref, Set<String> columns) {
    return SegmentFile.read(
        ref.segment(),
        reader -> {
          Set<String> needed = matcher.columnsNeeded(reader.getRowGroups().get(ref.index()));
          Set<String> all = new HashSet<>(columns);
          all.addAll(needed);
          RowGroup group = RowGroup.read(reader, ref.index(), all);
          return Match.of(group, matcher.match(group, needed), columns);
        });
  }

  /**
   * A decoded row group and its matching rows.
   *
   * @param texts the texts of these rows, by column
   */
  record Match(RowGroup group, BitSet rows, Map<String, SelectedTexts> texts) {
    static Match of(RowGroup group, BitSet rows, Set<String> columns) {
      Map<String, SelectedTexts> texts = new HashMap<>();
      for (String column : columns) {
        if (group.isText(column)) {
          texts.put(column, SelectedTexts.of(group.text(column), rows));
        }
      }
      return new Match(group, rows, texts);
    }
  }
}

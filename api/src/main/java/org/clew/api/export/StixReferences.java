package org.clew.api.export;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clew.cypher.source.SourceView;
import org.clew.model.ClewException;
import org.clew.model.entity.EntityId;
import org.clew.model.source.Grade;
import org.clew.model.source.Tlp;
import org.jspecify.annotations.Nullable;

/** Sources as STIX refers to them. It remembers every source, since links name only their ids. */
final class StixReferences {
  /** Admiralty credibility 1 to 6 as STIX 2.1, appendix A, puts it; 6 cannot be judged. */
  private static final int[] CONFIDENCE = {90, 70, 50, 30, 10};

  private final Map<EntityId, SourceView> sources = new HashMap<>();

  void add(SourceView source) {
    sources.put(source.id(), source);
  }

  /** How far what a source says may be passed on; CLEAR where nobody said. */
  Tlp level(EntityId source) {
    SourceView view = sources.get(source);
    String word = view == null ? null : view.tlp();
    return word == null ? Tlp.CLEAR : Tlp.ofWord(word);
  }

  String title(EntityId source) {
    SourceView view = sources.get(source);
    return view == null || view.title().isBlank() ? source.value() : view.title();
  }

  /** The source and the places in it; what is no address of the web stays text. */
  List<Map<String, Object>> to(EntityId source, List<?> evidence) {
    List<Map<String, Object>> references = new ArrayList<>();
    SourceView view = sources.get(source);
    Map<String, Object> whole = reference(source);
    whole.put("external_id", source.value());
    if (view != null && view.url() != null && isWebAddress(view.url())) {
      whole.put("url", view.url());
    }
    references.add(whole);
    for (Object place : evidence) {
      Map<String, Object> part = reference(source);
      part.put(isWebAddress(place.toString()) ? "url" : "description", place.toString());
      references.add(part);
    }
    return references;
  }

  /** How far a statement may be trusted, from 0 to 100; null where that cannot be judged. */
  @Nullable Integer confidence(@Nullable String grade, EntityId source) {
    SourceView view = sources.get(source);
    String valid = grade == null && view != null ? view.grade() : grade;
    try {
      int credibility = valid == null ? 6 : Grade.parse(valid).credibility();
      return credibility > CONFIDENCE.length ? null : CONFIDENCE[credibility - 1];
    } catch (ClewException e) {
      return null;
    }
  }

  static boolean isWebAddress(String text) {
    if (!text.startsWith("http://") && !text.startsWith("https://")) {
      return false;
    }
    try {
      URI uri = new URI(text);
      return uri.getRawAuthority() != null && uri.toASCIIString().equals(text);
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private Map<String, Object> reference(EntityId source) {
    Map<String, Object> reference = new LinkedHashMap<>();
    reference.put("source_name", title(source));
    return reference;
  }
}

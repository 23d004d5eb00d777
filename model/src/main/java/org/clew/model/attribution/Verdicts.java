package org.clew.model.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clew.model.attribution.Candidate.Client;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.links.LinkType;
import org.jspecify.annotations.Nullable;

/** Says what may be concluded, on what it rests and what would change it. */
final class Verdicts {
  private static final int CARRIERS_SHOWN = 3;

  private final AttributionCase subject;
  private final VerdictTable table;
  private final int starting;
  private final Function<EntityId, String> names;

  Verdicts(
      AttributionCase subject,
      AttributionParameters parameters,
      int starting,
      Function<EntityId, String> names) {
    this.subject = subject;
    this.table = parameters.table();
    this.starting = starting;
    this.names = names;
  }

  /**
   * What may be concluded of a candidate.
   *
   * @param ofThen the part of the control evidence that is of the time when a State still held the
   *     candidate; null where none held it once and does so no more
   * @param all what speaks for control by each candidate, this one included
   */
  Verdict ofCandidate(
      Candidate candidate,
      Assessment control,
      @Nullable Assessment ofThen,
      @Nullable Reach reach,
      List<Rival> rivals,
      Map<Candidate, Assessment> all) {
    Optional<Rival> rival = closeRival(control, rivals);
    Optional<String> otherClient = otherClient(candidate, control, all);
    Confidence confidence = Levels.of(control, rival.isPresent(), table);
    if (otherClient.isPresent() && confidence.compareTo(Confidence.LOW) > 0) {
      confidence = Confidence.LOW;
    }
    boolean aligned = reach != null && reach.qValue() <= table.alignedBelow();
    boolean aState = candidate.relation() == Relation.STATE_LINKED;
    Relation relation = Relation.NONE;
    if (confidence.compareTo(Confidence.MODERATE) >= 0) {
      relation = relation(candidate, ofThen);
    } else if (aligned && (aState || candidate.relation() == Relation.LINKED_TO_CAPTURED)) {
      relation = Relation.STATE_ALIGNED;
    }
    List<String> because = new ArrayList<>();
    otherClient.ifPresent(because::add);
    if (rival.isPresent()) {
      because.addAll(tie(rival.get(), control, confidence));
    }
    because.addAll(rests(control, confidence));
    because.addAll(members(control));
    because.addAll(between(candidate, control));
    because.addAll(lacks(control, confidence));
    if (confidence != Confidence.INSUFFICIENT) {
      because.add(relationSentence(candidate));
      because.addAll(severalStates(candidate));
      because.addAll(clients(candidate));
      because.addAll(formerly(candidate, ofThen));
      candidate
          .disputedBy()
          .forEach(
              (source, word) ->
                  because.add(
                      source + " contradicts: it says " + word + " of " + candidate.name() + "."));
    }
    if (reach != null) {
      because.add(amplification(candidate, reach, aligned));
    }
    return new Verdict(
        relation,
        confidence,
        likelihood(control, confidence),
        because,
        wouldChange(control, confidence));
  }

  Verdict ofOrigin(EntityId state, Assessment origin, List<Rival> rivals) {
    Optional<Rival> rival = closeRival(origin, rivals);
    Confidence confidence = Levels.of(origin, rival.isPresent(), table);
    boolean enough = confidence.compareTo(Confidence.MODERATE) >= 0;
    List<String> because = new ArrayList<>();
    rival.ifPresent(close -> because.addAll(tie(close, origin, confidence)));
    because.add(
        origin.score().value() > 0
            ? "What is known of the subject and its members, taken together, ties it to "
                + state.local()
                + ": S = "
                + number(origin.score().value())
                + ", and never less than "
                + number(origin.weakest())
                + " when any one thing is taken away."
            : "What points to " + state.local() + " is too weak to count.");
    because.addAll(reported(origin));
    because.addAll(lacks(origin, confidence));
    because.add("This is where the operator sits, not who directs him.");
    return new Verdict(
        enough ? Relation.ORIGINATES_IN : Relation.NONE,
        confidence,
        likelihood(origin, confidence),
        because,
        wouldChange(origin, confidence));
  }

  private Optional<Rival> closeRival(Assessment of, List<Rival> rivals) {
    return rivals.stream()
        .filter(rival -> rival.id() != null && !rival.sameController())
        .filter(rival -> rival.score() >= of.score().value() - table.rivalMargin())
        .findFirst();
  }

  /**
   * That all chains lead through an operator who works for another controller too. A contract says
   * for whom one may work, not whose order this was.
   */
  private Optional<String> otherClient(
      Candidate candidate, Assessment control, Map<Candidate, Assessment> all) {
    for (Candidate operator : subject.operators()) {
      if (operator.id().equals(candidate.id()) || !isOnEvery(operator, control)) {
        continue;
      }
      for (Client client : operator.clients()) {
        if (!control.passes(client.id()) && !candidate.sharesControllerWith(client)) {
          return Optional.of(
              operator.name()
                  + ", through whom all this leads, works for "
                  + name(client.id())
                  + " too, as "
                  + client.link().source()
                  + " says: the evidence does not tell whose order it was.");
        }
      }
      Optional<String> other = alsoReached(operator, candidate, control, all);
      if (other.isPresent()) {
        return other;
      }
    }
    return Optional.empty();
  }

  /** That the same operator leads to another controller, about as surely. */
  private Optional<String> alsoReached(
      Candidate operator, Candidate candidate, Assessment control, Map<Candidate, Assessment> all) {
    double enough = control.score().value() - table.rivalMargin();
    return all.entrySet().stream()
        .filter(each -> !each.getKey().operator() && !candidate.operator())
        .filter(each -> !each.getKey().sharesControllerWith(candidate))
        .filter(each -> each.getValue().score().value() >= enough)
        .filter(each -> isOnEvery(operator, each.getValue()))
        .map(
            each ->
                operator.name()
                    + ", through whom all this leads, leads to "
                    + each.getKey().name()
                    + " too: the evidence does not tell whose order it was.")
        .findFirst();
  }

  private static boolean isOnEvery(Candidate operator, Assessment control) {
    return !control.chains().isEmpty()
        && control.chains().stream()
            .allMatch(
                chain ->
                    chain.hops().stream()
                        .anyMatch(hop -> operator.isAt(hop.to()) || operator.isAt(hop.from())));
  }

  /**
   * What else those run through whom all chains lead: by it each of their clients meets the rest.
   */
  private List<String> between(Candidate candidate, Assessment control) {
    return subject.operators().stream()
        .filter(operator -> !operator.id().equals(candidate.id()) && operator.runs() > 1)
        .filter(operator -> isOnEvery(operator, control))
        .map(
            operator ->
                "All of it leads through "
                    + operator.name()
                    + ", which runs "
                    + operator.runs()
                    + " assets here: a firm with several clients ties each of them to the others.")
        .toList();
  }

  private String name(EntityId id) {
    return subject.candidates().stream()
        .filter(each -> each.id().equals(id))
        .map(Candidate::name)
        .findFirst()
        .orElseGet(() -> id.kind() == EntityKind.STATE ? id.local() : names.apply(id));
  }

  /** For whom a candidate is said to work, and what becomes of that. */
  private List<String> clients(Candidate operator) {
    return operator.clients().stream()
        .map(client -> client(operator.name(), client))
        .distinct()
        .toList();
  }

  private String client(String operator, Client client) {
    boolean employed = client.link().type() == LinkType.EMPLOYS;
    return operator
        + (employed ? " is said to be employed by " : " is said to work for ")
        + name(client.id())
        + " ("
        + client.link().source()
        + (employed
            ? "): what that weighs counts for or against that employer, not here."
            : "): that is context and does not make it their operation.");
  }

  private static List<String> severalStates(Candidate candidate) {
    return candidate.controllingStates().size() < 2
        ? List.of()
        : List.of("For which of these States it was done, the evidence does not tell.");
  }

  private Relation relation(Candidate candidate, @Nullable Assessment ofThen) {
    FormerControl formerly = candidate.formerly();
    return formerly != null && ofThen != null && Levels.reaches(ofThen, table.moderate())
        ? formerly.relation()
        : candidate.relation();
  }

  /** What a State had to do with the candidate once, and whether the evidence is of that time. */
  private List<String> formerly(Candidate candidate, @Nullable Assessment ofThen) {
    FormerControl formerly = candidate.formerly();
    if (formerly == null || ofThen == null) {
      return List.of();
    }
    String sources = String.join(", ", formerly.sources().stream().map(EntityId::value).toList());
    String evidence =
        Levels.reaches(ofThen, table.moderate())
            ? "; enough of the evidence is of that time."
            : ofThen.chains().isEmpty()
                ? "; none of the evidence is known to be of that time."
                : "; what evidence is of that time alone gives S = "
                    + number(ofThen.score().value())
                    + " and K = "
                    + number(ofThen.weakest())
                    + ".";
    return List.of(
        formerly.clause(candidate.name()) + ", as " + sources + says(formerly) + evidence);
  }

  private static String says(FormerControl formerly) {
    return formerly.sources().size() == 1 ? " says" : " say";
  }

  /** That the evidence speaks for another as well, which no order of a list may hide. */
  private List<String> tie(Rival close, Assessment of, Confidence confidence) {
    if (confidence == Confidence.INSUFFICIENT) {
      return List.of();
    }
    double ahead = close.score() - of.score().value();
    boolean alike = Math.abs(ahead) <= table.rivalMargin() / 10;
    if (!alike && ahead < 0 && confidence != Confidence.MODERATE) {
      return List.of();
    }
    String how =
        alike
            ? ", as much: the evidence does not tell the two apart."
            : (ahead > 0 ? ", which is more." : ", which is too close for high.");
    boolean state = close.id() != null && close.id().kind() == EntityKind.STATE;
    String controller = state ? "" : ", under another controller,";
    return List.of(close.name() + controller + " scores " + number(close.score()) + how);
  }

  private static @Nullable Likelihood likelihood(Assessment of, Confidence confidence) {
    return confidence == Confidence.INSUFFICIENT ? null : Likelihood.of(of.score().value());
  }

  private List<String> rests(Assessment control, Confidence confidence) {
    List<String> sentences = new ArrayList<>();
    if (control.chains().isEmpty()) {
      sentences.add(
          "No chain of control evidence leads there. That nothing was found does not say that"
              + " nothing is there: a careful operator leaves little.");
      return sentences;
    }
    int pairs = control.pairs().size();
    sentences.add(
        count(control.chains().size(), "chain")
            + " over "
            + count(pairs, "pair")
            + (control.chains().size() == 1 ? " gives S = " : " give S = ")
            + number(control.score().value())
            + (control.score().exact() ? "" : " ± " + number(control.score().error()))
            + "; "
            + (control.independentExact() ? "" : "at least ")
            + control.independentChains()
            + (control.independentChains() == 1 ? " is independent." : " are independent."));
    if (!control.carriedBy().isEmpty()) {
      Carrier first = control.carriedBy().get(0);
      sentences.add(
          "Without " + first.fact() + ", S is " + number(first.scoreWithout()) + ", which is K.");
    }
    sentences.addAll(reported(control));
    if (confidence == Confidence.INSUFFICIENT) {
      sentences.add("That is too weak to conclude anything.");
    }
    return sentences;
  }

  private static List<String> reported(Assessment of) {
    List<String> roots = of.roots().stream().map(EntityId::value).toList();
    if (roots.isEmpty()) {
      return List.of();
    }
    String from =
        roots.size() == 1
            ? "one root, " + roots.get(0)
            : roots.size() + " roots, " + String.join(", ", roots);
    Set<EntityId> also = new TreeSet<>();
    of.pairs().stream()
        .flatMap(hop -> hop.facts().stream())
        .flatMap(fact -> Stream.concat(fact.left().stream(), fact.right().stream()))
        .forEach(statement -> also.addAll(statement.roots()));
    also.removeAll(of.roots());
    String others =
        also.isEmpty()
            ? ""
            : ", and is stated in part by "
                + String.join(", ", also.stream().map(EntityId::value).toList())
                + " too";
    return List.of(
        of.observed()
            ? "What is only reported comes from " + from + others + "."
            : "All of it is reported and comes from "
                + from
                + others
                + "; no identifier was published that anyone could look up.");
  }

  private List<String> members(Assessment control) {
    if (subject.subject().kind() != EntityKind.CLUSTER || control.chains().isEmpty()) {
      return List.of();
    }
    List<String> sentences = new ArrayList<>();
    int all = subject.members().size();
    sentences.add(
        "Chains start from "
            + control.linkedMembers()
            + " of "
            + count(all, "member")
            + (starting < all ? ", of which " + starting + " belong surely enough" : "")
            + ".");
    if (control.linkedMembers() == 1 && all > 1) {
      sentences.add(
          "That is a linked member, "
              + names.apply(control.chains().get(0).member().id())
              + ", and not a linked cluster.");
    }
    return sentences;
  }

  private List<String> lacks(Assessment of, Confidence confidence) {
    List<String> sentences = new ArrayList<>();
    for (String pair : new TreeSet<>(of.copyableOnly())) {
      sentences.add(
          "Nothing but what anyone can copy ties "
              + pair
              + ", so the verdict is moderate at most where it needs this pair.");
    }
    if (confidence == Confidence.LOW
        && of.score().value() >= table.moderate().score()
        && of.weakest() < table.moderate().weakest()) {
      sentences.add(
          "Moderate needs K ≥ "
              + number(table.moderate().weakest())
              + ": one single fact must not carry it.");
    }
    if (confidence == Confidence.MODERATE && !Levels.isHigh(of, table)) {
      sentences.add("High needs " + missingForHigh(of) + ".");
    }
    return sentences;
  }

  private String missingForHigh(Assessment of) {
    List<String> missing = new ArrayList<>();
    if (of.score().value() < table.high().score()) {
      missing.add("S ≥ " + number(table.high().score()));
    }
    if (of.weakest() < table.high().weakest()) {
      missing.add("K ≥ " + number(table.high().weakest()));
    }
    if (of.independentChains() < table.highChains() || of.independentRoots() < table.highRoots()) {
      missing.add(table.highChains() + " independent chains from " + table.highRoots() + " roots");
    }
    if (of.families().size() < table.highFamilies()) {
      missing.add("evidence of " + table.highFamilies() + " families");
    }
    return String.join(" and ", missing);
  }

  private static String relationSentence(Candidate candidate) {
    String sources =
        String.join(
            ", ",
            candidate.relationSources().entrySet().stream()
                .map(each -> each.getKey() + " (" + each.getValue() + ")")
                .toList());
    List<String> states = candidate.controllingStates();
    String of = states.size() > 1 ? String.join(" and ", states) : candidate.state();
    return sources.isEmpty()
        ? "No source says what a State has to do with " + candidate.name() + "."
        : candidate.name()
            + " is "
            + candidate.stateRelation()
            + (of == null ? "" : " (" + of + ")")
            + ", as "
            + sources
            + (candidate.relationSources().size() == 1 ? " says" : " say")
            + ": input, not computed.";
  }

  private String reaching(Reach reach) {
    if (subject.members().size() == 1) {
      return reach.members() == 1 ? "of its acts reaches" : "of its acts reach";
    }
    return reach.members() == 1 ? "member reaches" : "members reach";
  }

  private String amplification(Candidate candidate, Reach reach, boolean aligned) {
    return String.format(
        Locale.ROOT,
        "%d %s %s by linking, resharing or copying, where chance gives %.1f (q = %.2g)%s",
        reach.members(),
        reaching(reach),
        candidate.name(),
        reach.expected(),
        reach.qValue(),
        aligned ? "; spreading is not control." : ".");
  }

  private List<String> wouldChange(Assessment of, Confidence confidence) {
    List<String> sentences = new ArrayList<>();
    of.carriedBy().stream()
        .filter(each -> each.scoreWithout() < of.score().value())
        .limit(CARRIERS_SHOWN)
        .forEach(each -> sentences.add(lower(each, of)));
    switch (confidence) {
      case HIGH -> sentences.add("Nothing raises it further.");
      case MODERATE -> {
        if (!Levels.isHigh(of, table)) {
          sentences.add("It would rise with " + missingForHigh(of) + ".");
        }
      }
      case LOW ->
          sentences.add(
              "It would rise with a second chain that shares no entity, indicator or root with"
                  + " these, or with published identifiers behind what is reported.");
      default ->
          sentences.add(
              "It would rise with evidence of control: a shared rare identifier, a registration, a"
                  + " platform's statement. More sharing of content would not do.");
    }
    return sentences;
  }

  private String lower(Carrier carrier, Assessment of) {
    double left = carrier.scoreWithout();
    Confidence at =
        left >= table.low() && of.score().value() > 0 ? Confidence.LOW : Confidence.INSUFFICIENT;
    String otherwise =
        left >= table.moderate().score()
            ? "."
            : ", which is " + at.word() + (at == Confidence.LOW ? " at most." : ".");
    return "If " + wrong(carrier) + ", S falls to " + number(left) + otherwise;
  }

  private static String wrong(Carrier carrier) {
    return switch (carrier.part()) {
      case RELATION -> "it is not true " + carrier.fact();
      case MEMBER -> carrier.fact() + " does not belong to the subject";
      case ROOT -> carrier.fact() + " is wrong";
      default -> carrier.fact() + " means nothing";
    };
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}

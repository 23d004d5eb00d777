package org.clew.cypher.query;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The plan operators that only read the graph, as the Cypher manual of Neo4j 5 lists them
 * ("Operators in detail"). What is not here, a future operator too, is refused.
 */
final class ReadOperators {
  static final Set<String> ALLOWED =
      Set.of(
          "AllNodesScan",
          "Anti",
          "AntiSemiApply",
          "Apply",
          "Argument",
          "ArgumentTracker",
          "AssertSameNode",
          "AssertSameRelationship",
          "AssertingMultiNodeIndexSeek",
          "BFSPruningVarLengthExpand",
          "CacheProperties",
          "CartesianProduct",
          "ConditionalApply",
          "AntiConditionalApply",
          "DirectedAllRelationshipsScan",
          "DirectedRelationshipByElementIdSeek",
          "DirectedRelationshipByIdSeek",
          "DirectedRelationshipIndexContainsScan",
          "DirectedRelationshipIndexEndsWithScan",
          "DirectedRelationshipIndexScan",
          "DirectedRelationshipIndexSeek",
          "DirectedRelationshipIndexSeekByRange",
          "DirectedRelationshipTypeScan",
          "DirectedRelationshipUniqueIndexSeek",
          "DirectedUnionRelationshipTypesScan",
          "Distinct",
          "Eager",
          "EagerAggregation",
          "EmptyRow",
          "Expand(All)",
          "Expand(Into)",
          "Filter",
          "IntersectionNodeByLabelsScan",
          "LeftOuterHashJoin",
          "LetAntiSemiApply",
          "LetSelectOrAntiSemiApply",
          "LetSelectOrSemiApply",
          "LetSemiApply",
          "Limit",
          "MultiNodeIndexSeek",
          "NodeByElementIdSeek",
          "NodeByIdSeek",
          "NodeByLabelScan",
          "NodeCountFromCountStore",
          "NodeHashJoin",
          "NodeIndexContainsScan",
          "NodeIndexEndsWithScan",
          "NodeIndexScan",
          "NodeIndexSeek",
          "NodeIndexSeekByRange",
          "NodeLeftOuterHashJoin",
          "NodeRightOuterHashJoin",
          "NodeUniqueIndexSeek",
          "NodeUniqueIndexSeekByRange",
          "NonFuseable",
          "NullifyMetadata",
          "Optional",
          "OptionalExpand(All)",
          "OptionalExpand(Into)",
          "OrderedAggregation",
          "OrderedDistinct",
          "OrderedUnion",
          "PartialSort",
          "PartialTop",
          "PartitionedAllNodesScan",
          "PartitionedNodeByLabelScan",
          "PathPropagatingBFS",
          "ProduceResults",
          "Projection",
          "ProjectEndpoints",
          "PruningVarLengthExpand",
          "RelationshipCountFromCountStore",
          "RemoteBatchProperties",
          "Repeat(Trail)",
          "BidirectionalRepeat(Trail)",
          "Repeat(Walk)",
          "RightOuterHashJoin",
          "RollUpApply",
          "SelectOrAntiSemiApply",
          "SelectOrSemiApply",
          "SemiApply",
          "ShortestPath",
          "Skip",
          "Sort",
          "StatefulShortestPath(All)",
          "StatefulShortestPath(Into)",
          "SubtractionNodeByLabelsScan",
          "Top",
          "Top1WithTies",
          "TriadicBuild",
          "TriadicFilter",
          "TriadicSelection",
          "UndirectedAllRelationshipsScan",
          "UndirectedRelationshipByElementIdSeek",
          "UndirectedRelationshipByIdSeek",
          "UndirectedRelationshipIndexContainsScan",
          "UndirectedRelationshipIndexEndsWithScan",
          "UndirectedRelationshipIndexScan",
          "UndirectedRelationshipIndexSeek",
          "UndirectedRelationshipIndexSeekByRange",
          "UndirectedRelationshipTypeScan",
          "UndirectedRelationshipUniqueIndexSeek",
          "UndirectedUnionRelationshipTypesScan",
          "Union",
          "UnionNodeByLabelsScan",
          "Unwind",
          "ValueHashJoin",
          "VarLengthExpand(All)",
          "VarLengthExpand(Into)",
          "VarLengthExpand(Pruning)",
          "VarLengthExpand(Pruning,BFS,All)");

  private static final Pattern WRITES =
      Pattern.compile("Create.*|Merge.*|Set.*|Delete.*|DetachDelete.*|Remove.*|Foreach.*");

  private ReadOperators() {}

  /** What a query does whose plan has these operators, as the end of a sentence. */
  static String whatTheyDo(List<String> others) {
    if (others.stream().anyMatch(operator -> WRITES.matcher(operator).matches())) {
      return "writes";
    }
    if (others.contains("LoadCSV")) {
      return "loads a file";
    }
    if (others.contains("ProcedureCall")) {
      return "calls a procedure";
    }
    return "needs '" + others.get(0) + "'";
  }
}

package org.clew.api.links;

import org.clew.model.entity.EntityId;

/**
 * How one cluster spreads one outlet's content.
 *
 * @param cluster id of the cluster
 * @param clusterName its name
 * @param outlet id of the outlet
 * @param outletName its name
 * @param members how many members the cluster has
 * @param membersLinking how many of them link to or reshare an asset of the outlet
 * @param links number of their links
 * @param posts how often these were observed, added up
 */
public record MatrixCell(
    EntityId cluster,
    String clusterName,
    EntityId outlet,
    String outletName,
    long members,
    long membersLinking,
    long links,
    long posts) {}

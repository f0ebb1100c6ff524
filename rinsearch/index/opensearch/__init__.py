"""The engine for where one machine is not enough: a cluster of OpenSearch (extra ``cluster``)."""

#ifndef CALMDESK_CPOSTGRESQL_H
#define CALMDESK_CPOSTGRESQL_H

#include <libpq-fe.h>

#endif

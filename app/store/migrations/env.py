"""How Alembic runs here: on the connection that `app.store.upgrading` opened, in its transaction."""

from alembic import context

from app.store.tables import Row

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    render_as_batch=True,
)
context.run_migrations()

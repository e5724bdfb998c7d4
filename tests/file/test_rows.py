"""What the rows of every link share."""

from sqlalchemy import Column, MetaData, Table, insert, select

from pa_manager.file.database import open_engine
from pa_manager.file.rows import Pence
from pa_manager.values.money import Money


def test_money_is_kept_as_pence_and_comes_back_as_money():
    prices = Table("price", metadata := MetaData(), Column("amount", Pence))
    engine = open_engine()
    metadata.create_all(engine)
    with engine.begin() as database:
        database.execute(insert(prices), [{"amount": Money(1842_17)}, {"amount": Money(-5)}, {"amount": None}])
        assert database.exec_driver_sql("SELECT amount FROM price").scalars().all() == [184217, -5, None]
        assert database.execute(select(prices.c.amount)).scalars().all() == [Money(1842_17), Money(-5), None]

"""How sure a reading is: evidence about values, absent fields and orders, and the numbers that turn it into chances."""

"""Tables of money, read from workbooks and CSV files of any council."""

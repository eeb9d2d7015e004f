"""What words mean to several stages: names of states and weapons, times, quantities, trees."""
